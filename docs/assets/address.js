// What was chosen on a page is kept in its address, so that it can be shared.

/** @param {string} name @param {string | null} value an empty one takes the parameter away */
export function remember(name, value) {
  const query = new URLSearchParams(location.search);
  if (value) query.set(name, value);
  else query.delete(name);
  const text = query.toString();
  history.replaceState(null, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
}

/** @param {string} name */
export function remembered(name) {
  return new URLSearchParams(location.search).get(name) ?? "";
}
