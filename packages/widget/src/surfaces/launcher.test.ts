import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aChecklist, aProgress, aShown } from '../elements/testing/contents.ts';
import { inside, standIn } from '../elements/testing/stage.ts';
import type { StandInOptions } from '../stand-in-controller.ts';
import { mountLauncher } from './launcher.ts';

function launcher(options: Partial<StandInOptions> = {}) {
  const controller = standIn(options);
  let open = false;
  const toggle = vi.fn<() => void>(() => (open = !open));
  const surface = mountLauncher(controller, { toggle, isOpen: () => open });
  onTestFinished(() => surface.destroy());
  return { controller, surface, toggle, openByOthers: () => (open = true) };
}
const withProgress = (done: number, total = 5) => ({
  contents: [aChecklist()],
  progress: { chk_1: aProgress([], { done, total }) },
});
const named = (name: string) => page.getByRole('button', { name, exact: true });

test.each([
  { of: {}, unread: 0, name: 'Help and guides' },
  { of: {}, unread: 3, name: 'Help and guides, 3 new' },
  { of: withProgress(2), unread: 0, name: 'Set up your space, 2 of 5 steps done' },
  { of: withProgress(2), unread: 1, name: 'Set up your space, 2 of 5 steps done, 1 new' },
  { of: withProgress(5), unread: 0, name: 'Set up your space, all steps done' },
  {
    of: { ...withProgress(2), locale: 'ja' },
    unread: 1,
    name: 'Set up your space, 5つのうち2つ完了, 新着1件',
  },
])('is called "$name"', async ({ of, unread, name }) => {
  const { controller } = launcher(of);
  controller.change({ unread });
  await expect.element(named(name)).toBeVisible();
});

test('tells the checklist in hand: the first unfinished one', async () => {
  const contents = [aChecklist(), aChecklist({ id: 'chk_2', slug: 'two', title: 'Second' })];
  const progress = {
    chk_1: aProgress([], { done: 3, total: 3 }),
    chk_2: aProgress([], { done: 1, total: 4 }),
  };
  launcher({ contents, progress, show: [aShown('chk_1', 'checklist'), aShown('chk_2', 'checklist')] });
  await expect.element(named('Second, 1 of 4 steps done')).toBeVisible();
});

test('toggles by pointer and keyboard and shows whether the panel is open', async () => {
  const { toggle, surface, openByOthers } = launcher();
  const button = named('Help and guides');
  await button.click();
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  expect(toggle).toHaveBeenCalledTimes(2);
  openByOthers();
  surface.refresh();
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
});

test('draws the ring as a share of the whole', async () => {
  launcher(withProgress(2));
  await expect.element(named('Set up your space, 2 of 5 steps done')).toBeVisible();
  const arcs = inside<SVGElement>(document.querySelector('banso-launcher')!, 'circle + circle');
  expect(arcs.map((arc) => arc.getAttribute('stroke-dasharray'))).toEqual(['40 100']);
});

test.each([
  { side: undefined, locale: 'en', left: false },
  { side: 'left', locale: 'en', left: true },
  { side: undefined, locale: 'ar', left: true },
  { side: 'right', locale: 'ar', left: false },
] as const)('with side $side in $locale stands left: $left', async ({ side, locale, left }) => {
  launcher({ locale, theme: side ? { side } : {} });
  await expect.element(named('Help and guides')).toBeVisible();
  const box = document.querySelector('banso-launcher')!.getBoundingClientRect();
  expect(box.left < window.innerWidth / 2).toBe(left);
  expect(left ? box.left : window.innerWidth - box.right).toBe(20);
});

test('takes accent and radius from the theme by CSSOM, and gives way to the page', async () => {
  const { controller } = launcher({ ...withProgress(2), theme: { accent: '#b00020' } });
  const host = document.querySelector('banso-launcher')!;
  await expect.element(named('Set up your space, 2 of 5 steps done')).toBeVisible();
  const stroke = () => getComputedStyle(inside(host, 'circle + circle')[0]!).stroke;
  const themed = stroke();
  controller.change({ theme: {} });
  await expect.poll(stroke).not.toBe(themed);
  const own = stroke();
  host.style.setProperty('--banso-accent', '#b00020');
  expect(stroke()).toBe(themed);
  expect(own).not.toBe(themed);
});

test('leaves nothing behind', () => {
  const before = document.documentElement.outerHTML.length;
  const { surface } = launcher();
  surface.destroy();
  expect(document.documentElement.outerHTML.length).toBe(before);
});
