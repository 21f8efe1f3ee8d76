# Varnish 7.1 with vmod_xkey (Debian 12: varnish, varnish-modules) between what ends TLS and the portal.
# docs/operations.md says how to start it; follow-outbox.sh beside it tells it what has changed.
vcl 4.1;

import std;
import xkey;

backend edge {
  .host = "127.0.0.1";
  .port = "3000";
  .probe = { .url = "/healthz"; .interval = 5s; .timeout = 2s; }
}

sub vcl_recv {
  if (req.method == "PURGE") {
    # By its own socket: what ends TLS may stand on this machine, and all that it hands on comes from here, too.
    if (local.socket != "purge") {
      return (synth(405));
    }
    if (req.http.xkey) {
      set req.http.X-Purged = xkey.purge(req.http.xkey);
      return (synth(200, "Purged " + req.http.X-Purged));
    }
    # What changed is not known.
    ban("obj.status != 0");
    return (synth(200, "Everything is purged"));
  }

  # Brotli as the edge has it: of each page there are three, and no more.
  if (req.http.Accept-Encoding ~ "\bbr\b") {
    set req.http.Accept-Encoding = "br";
  } else if (req.http.Accept-Encoding ~ "\bgzip\b") {
    set req.http.Accept-Encoding = "gzip";
  } else {
    unset req.http.Accept-Encoding;
  }

  if (req.method != "GET" && req.method != "HEAD") {
    return (pass);
  }
  # Reader pages in each language, and files, are the same for everybody. Everything else may be answered by a reader's own
  # cookie or signal: the newsroom, the choice of a language, the stylesheet of the cookie notice.
  if (req.url !~ "^/(en|zh|_next/static|enhance|media|drawings)(/|\?|$)") {
    return (pass);
  }
  # While the edge is there, nothing is shown that is over ten seconds too old.
  if (std.healthy(req.backend_hint)) {
    set req.grace = 10s;
  }
  # With a cookie Varnish would keep nothing.
  unset req.http.Cookie;
  return (hash);
}

sub vcl_backend_response {
  set beresp.http.xkey = beresp.http.Surrogate-Key;
  # RFC 9213: the lifetime for a cache that is told of changes. Browsers get Cache-Control.
  if (beresp.http.CDN-Cache-Control ~ "max-age=\d") {
    set beresp.ttl = std.duration(
      regsub(beresp.http.CDN-Cache-Control, "^.*?max-age=(\d+).*$", "\1s"), 0s) - beresp.age;
    # A page that is too old is shown while a new one is fetched, and for hours while the edge is away.
    set beresp.grace = 6h;
  }
}

sub vcl_deliver {
  unset resp.http.xkey;
  # It names the one request for which the edge was asked.
  if (obj.hits > 0) {
    unset resp.http.X-Request-Id;
  }
  unset resp.http.X-Varnish;
  unset resp.http.Via;
}
