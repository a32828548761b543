/**
 * Reads one of our own dashboard addresses as JSON of the type that its route documents. Throws on any other status;
 * 401 loads the page again, which then shows the sign-in form.
 */
export async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: "application/json" } });
  if (response.status === 401) window.location.reload();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/** The same, null for what isn't there. */
export async function fetchJsonIfThere<T>(url: string): Promise<T | null> {
  const response = await fetch(url, { headers: { accept: "application/json" } });
  if (response.status === 401) window.location.reload();
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
