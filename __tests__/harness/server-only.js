// `server-only` throws outside a React server bundle; in a test there is nothing to guard.
export {}
