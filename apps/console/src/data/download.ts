/** Lets the browser fetch a file of the API, as the workspace that is open. */
export function download(path: string, query: Readonly<Record<string, string>>): void {
  const link = document.createElement('a');
  link.href = `${path}?${new URLSearchParams(query).toString()}`;
  link.download = '';
  link.click();
}
