import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aChecklist, aProgress } from '../elements/testing/contents.ts';
import { standIn } from '../elements/testing/stage.ts';
import type { BansoLauncher } from '../elements/banso-launcher.ts';
import { mountLauncher } from './launcher.ts';
import { mountPanel } from './panel.ts';

const HOW = 'Arrow keys move it out of the way.';
const BASE = 20;

let opened = 0;
beforeEach(() => {
  opened = 0;
});
afterEach(async () => {
  localStorage.clear();
  await page.viewport(414, 896);
});

function launcher(locale = 'en') {
  const controller = standIn({
    locale,
    contents: [aChecklist()],
    progress: { chk_1: aProgress([], { done: 2, total: 5 }) },
  });
  const surface = mountLauncher(controller, { toggle: () => opened++, isOpen: () => false });
  onTestFinished(() => surface.destroy());
  const element = document.querySelector<BansoLauncher>('banso-launcher')!;
  return { controller, surface, element };
}
const button = () => page.getByRole('button');
const edges = (element: Element) => {
  const { left, right, bottom, height } = element.getBoundingClientRect();
  return {
    left: Math.round(left),
    right: Math.round(innerWidth - right),
    bottom: Math.round(innerHeight - bottom),
    height: Math.round(height),
  };
};

async function ready(): Promise<void> {
  await expect.element(button()).toBeVisible();
  (button().element() as HTMLElement).focus();
  await expect.element(button()).toHaveAccessibleDescription(HOW);
}

/** A pointer that presses the middle of the button and moves in steps. */
function drag(element: BansoLauncher, ...ways: [x: number, y: number][]): void {
  const target = element.renderRoot.querySelector('button')!;
  const { left, top, width, height } = target.getBoundingClientRect();
  let [x, y] = [left + width / 2, top + height / 2];
  const fire = (type: string, buttons: number) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        composed: true,
        cancelable: true,
        pointerId: 1,
        isPrimary: true,
        button: 0,
        buttons,
        clientX: x,
        clientY: y,
      }),
    );
  fire('pointerdown', 1);
  for (const way of ways) {
    [x, y] = way;
    fire('pointermove', 1);
  }
  fire('pointerup', 0);
  target.click();
}

test('moves by the arrow keys: up, to the other side, into the edge and out again', async () => {
  const { element } = launcher();
  await ready();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(edges(element)).toMatchObject({ right: BASE, bottom: BASE + 48 });
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(edges(element).bottom).toBe(BASE);
  await userEvent.keyboard('{ArrowLeft}');
  expect(edges(element).left).toBe(BASE);
  await expect.element(page.getByRole('status')).toHaveTextContent('Moved, left edge.');
  await userEvent.keyboard('{ArrowLeft}');
  expect(edges(element)).toMatchObject({ left: 0, height: 56 });
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('Tucked away at the edge. Press to bring it back.');
  await userEvent.keyboard('{ArrowRight}');
  expect(edges(element)).toMatchObject({ left: BASE, height: 48 });
  expect(opened).toBe(0);
});

test('does not leave the window, whatever is pressed or however small it becomes', async () => {
  const { element } = launcher();
  await ready();
  for (let i = 0; i < 80; i++) await userEvent.keyboard('{ArrowUp}');
  expect(element.getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  expect(element.getBoundingClientRect().top).toBeLessThan(BASE + 24);
});

test('is dragged to where it is dropped, which is no click; a press that hardly moves is one', async () => {
  const { element } = launcher();
  await ready();
  drag(element, [300, 300], [100, 200]);
  expect(edges(element)).toMatchObject({ left: BASE, bottom: innerHeight - 200 - 24 });
  expect(opened).toBe(0);
  const { left, top, width, height } = element.getBoundingClientRect();
  drag(element, [left + width / 2 + 3, top + height / 2 + 3]);
  expect(opened).toBe(1);
});

test('dropped at the edge it is a tab, which a press brings back and opens', async () => {
  const { element } = launcher();
  await ready();
  drag(element, [300, 300], [4, 300]);
  expect(edges(element)).toMatchObject({ left: 0, height: 56 });
  element.renderRoot.querySelector('button')!.click();
  expect(opened).toBe(1);
  expect(edges(element)).toMatchObject({ left: BASE, height: 48 });
});

test('stands where it was put from its first moment, on the next page too', async () => {
  const { element, surface } = launcher();
  await ready();
  await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
  const { left, bottom } = edges(element);
  surface.destroy();
  const next = launcher();
  expect(next.element.checkVisibility()).toBe(false);
  await next.surface.drawn;
  await expect.poll(() => edges(next.element)).toMatchObject({ left, bottom });
});

test('panel and surveys stand beside it, and where theme and page put them when it is in its corner', async () => {
  await page.viewport(1_000, 700);
  const { element, controller } = launcher();
  await ready();
  await userEvent.keyboard('{ArrowUp}');
  const surface = mountPanel(controller);
  onTestFinished(() => surface.destroy());
  await surface.open();
  const panel = document.querySelector('banso-panel')!;
  expect(edges(panel)).toMatchObject({ right: BASE + 60, bottom: BASE });
  surface.close();
  await userEvent.keyboard('{ArrowDown}');
  await surface.open();
  expect(edges(panel).right).toBe(BASE);
  expect(element.getAttribute('style') ?? '').toBe('');
});

test('says how in the language of the person', async () => {
  launcher('ja');
  await expect.element(button()).toBeVisible();
  (button().element() as HTMLElement).focus();
  await expect.element(button()).toHaveAccessibleDescription('矢印キーで移動できます。');
});

test('moves right to left as well', async () => {
  const { element } = launcher('ar');
  await ready();
  expect(edges(element).left).toBe(BASE);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(edges(element)).toMatchObject({ right: 0, height: 56 });
});

test('works in this page where nothing can be kept', async () => {
  localStorage.setItem('banso:place', '"broken');
  const { element } = launcher();
  await ready();
  await userEvent.keyboard('{ArrowLeft}');
  expect(edges(element).left).toBe(BASE);
});
