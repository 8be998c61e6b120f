import { createRef } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import '@banso/widget/preview';
import * as ours from './index.ts';
import { BansoChecklist, BansoProvider, BansoResources, BansoSurvey } from './index.ts';
import type { BansoChecklistProps, BansoResourcesProps, BansoSurveyProps } from './index.ts';
import { drawn } from './testing/draw.tsx';
import type { Drawn } from './testing/draw.tsx';
import { answering } from './testing/service.ts';
import type { Asked } from './testing/service.ts';

let page: Drawn | undefined;
let asked: Asked[];
beforeEach(() => (asked = answering()));
afterEach(() => {
  page?.leave();
  page = undefined;
});

const tagOf = (component: object) => (component as { displayName?: string }).displayName;
const find = <K extends keyof HTMLElementTagNameMap>(tag: K) => document.querySelector(tag);

test('there is a component for every element', () => {
  const wrapped = Object.values(ours).map(tagOf).filter(Boolean);
  expect(wrapped.toSorted()).toEqual([
    'banso-announcement',
    'banso-checklist',
    'banso-launcher',
    'banso-messages',
    'banso-panel',
    'banso-preferences',
    'banso-resources',
    'banso-survey',
  ]);
});

describe('an element', () => {
  test('has what it is given, as attributes and as the page calls them', async () => {
    const ref = createRef<HTMLElement>();
    page = drawn(
      <BansoChecklist
        content="start"
        ref={ref}
        theme="dark"
        className="wide"
        style={{ '--banso-accent': '#393' }}
      />,
    );
    await expect.poll(() => find('banso-checklist')?.content).toBe('start');
    const element = find('banso-checklist');
    expect(ref.current).toBe(element);
    expect(element?.className).toBe('wide');
    expect(element?.getAttribute('theme')).toBe('dark');
    expect(element?.style.getPropertyValue('--banso-accent')).toBe('#393');
    page.draw(<BansoChecklist content="next" />);
    await expect.poll(() => find('banso-checklist')?.content).toBe('next');
    expect(find('banso-checklist')).toBe(element);
  });

  test('tells the listener of the latest rendering, and nobody after it has gone', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    page = drawn(<BansoSurvey content="nps" onAnswer={first} />);
    await expect.poll(() => find('banso-survey')).toBeTruthy();
    page.draw(<BansoSurvey content="nps" onAnswer={second} className="later" />);
    await expect.poll(() => find('banso-survey')?.className).toBe('later');
    const survey = find('banso-survey');
    const detail = { contentId: 'srv_1', question: 'score', value: 9 };
    survey?.dispatchEvent(new CustomEvent('banso-answer', { detail }));
    expect(first).not.toHaveBeenCalled();
    expect(second.mock.calls[0]?.[0]).toMatchObject({ detail });
    page.draw(null);
    await expect.poll(() => find('banso-survey')).toBeNull();
    survey?.dispatchEvent(new CustomEvent('banso-answer', { detail }));
    expect(second).toHaveBeenCalledTimes(1);
  });

  test('carries what the widget says it carries', () => {
    type Told<P, K extends keyof P> = Exclude<P[K], undefined> extends (event: infer E) => void ? E : never;
    type Events = GlobalEventHandlersEventMap;
    expectTypeOf<Told<BansoChecklistProps, 'onStep'>>().toEqualTypeOf<Events['banso-step']>();
    expectTypeOf<Told<BansoSurveyProps, 'onAnswer'>>().toEqualTypeOf<Events['banso-answer']>();
    expectTypeOf<Told<BansoResourcesProps, 'onRead'>>().toEqualTypeOf<Events['banso-read']>();
  });
});

test('is drawn on a server as an empty element, and taken over without a complaint', async () => {
  const complaints = vi.spyOn(console, 'error');
  const app = (
    <BansoProvider host="https://banso.example" publishableKey="bpk_test" user={{ id: 'ann' }}>
      <main>
        <BansoResources reading="" className="help" />
      </main>
    </BansoProvider>
  );
  const html = renderToString(app);
  expect(html).toBe('<main><banso-resources reading="" class="help"></banso-resources></main>');
  const place = document.body.appendChild(document.createElement('div'));
  place.setHTMLUnsafe(html);
  const element = place.querySelector('banso-resources');
  const root = hydrateRoot(place, app);
  // Effects run once the page has been taken over.
  await expect.poll(() => asked.some(({ body }) => body.user?.id === 'ann')).toBe(true);
  expect(place.querySelector('banso-resources')).toBe(element);
  expect(complaints).not.toHaveBeenCalled();
  root.unmount();
  place.remove();
});
