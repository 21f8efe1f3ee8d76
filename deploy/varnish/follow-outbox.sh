#!/bin/sh
# Tells a Varnish what the newsroom has changed: reads the outbox once a second and purges by key. Needs psql and curl.
# DATABASE_URL=postgres://… VARNISH_URL=http://127.0.0.1:6082 ./follow-outbox.sh
set -eu
: "${DATABASE_URL:?}" "${VARNISH_URL:?}"

# A database that takes connections and answers nothing must not hold up what there is to purge for ever.
export PGCONNECT_TIMEOUT=5 PGOPTIONS="${PGOPTIONS:-} -c statement_timeout=10s"
ask() { timeout 20 psql "$DATABASE_URL" --no-psqlrc --quiet --tuples-only --no-align --command "$1"; }
purge() { curl --silent --show-error --fail --max-time 5 --output /dev/null --request PURGE "$@" "$VARNISH_URL/"; }

# What has changed meanwhile is not known: everything goes. Again and again until database and Varnish are there.
begin() {
  until last=$(ask 'select coalesce(max(seq), 0) from outbox') && purge; do sleep 5; done
}

begin
while sleep 1; do
  # A change is purged for six seconds: what is fetched at once may come from an edge that has not heard of it. One that
  # was written to become due later is purged when it does.
  if ! changes=$(ask "select seq || ' ' || array_to_string(keys, ' ') from outbox
    where due_at <= now() and (seq > $last or due_at > now() - interval '6 s') order by seq"); then
    begin
    continue
  fi
  [ -n "$changes" ] || continue
  printf '%s\n' "$changes" | while read -r _ keys; do
    purge --header "xkey: $keys" || exit 1
  done || {
    # Varnish is away, or the keys are more than it takes in a header. What is due now would be too old to be read again.
    begin
    continue
  }
  newest=$(printf '%s\n' "$changes" | tail -n 1 | cut -d ' ' -f 1)
  if [ "$newest" -gt "$last" ]; then last=$newest; fi
done
