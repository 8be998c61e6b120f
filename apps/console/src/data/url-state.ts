import { useLocation } from 'preact-iso';

/**
 * The state of a page, kept in the address: filters, sort, what is selected. A change replaces the entry in the history,
 * so that "back" leaves the page instead of undoing filters one by one.
 */
export function useUrlState(): [
  Readonly<Record<string, string>>,
  (change: Readonly<Record<string, string | undefined>>) => void,
] {
  const { path, query, route } = useLocation();
  const change = (to: Readonly<Record<string, string | undefined>>) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(to)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    }
    const search = next.toString();
    route(search ? `${path}?${search}` : path, true);
  };
  return [query, change];
}
