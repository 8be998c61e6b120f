/**
 * Key handler for a row of tabs: arrows (in reading direction), Home and End move the focus. Put it on the element
 * with `role="tablist"`; the tabs choose themselves on focus.
 */
export function rove(event: KeyboardEvent): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.findIndex((tab) => tab === document.activeElement);
  if (at < 0) return;
  const rtl = getComputedStyle(list).direction === 'rtl';
  const to = target(event.key, at, tabs.length, rtl);
  if (to === undefined) return;
  event.preventDefault();
  tabs[to]?.focus();
}

function target(key: string, at: number, count: number, rtl: boolean): number | undefined {
  const step = rtl ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return (at + step + count) % count;
    case 'ArrowLeft':
      return (at - step + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
