import { useEffect, version } from 'react';
import { renderToString } from 'react-dom/server.browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RuntimeModule } from '@banso/widget/link';
import { BansoProvider, useBanso, useBansoEvent } from './index.ts';
import type { BansoProviderProps, ClientState } from './index.ts';
import { drawn } from './testing/draw.tsx';
import type { Drawn } from './testing/draw.tsx';
import { answering } from './testing/service.ts';
import type { Asked } from './testing/service.ts';

/** Set where the tests run on another React than the newest. */
declare const REACT_MAJOR: string | undefined;

let asked: Asked[];
let page: Drawn | undefined;
beforeEach(() => (asked = answering()));
afterEach(() => {
  page?.leave();
  page = undefined;
  localStorage.clear();
});

const sessions = () => asked.filter(({ path }) => path.endsWith('/session'));
const lastUser = () => sessions().at(-1)?.body.user;
const options = { host: 'https://banso.example', publishableKey: 'bpk_test' } as const;

/** A runtime that notes the calls that reach it. */
function noting(): {
  runtime: NonNullable<BansoProviderProps['runtime']>;
  calls: string[];
  gone: () => number;
} {
  const calls: string[] = [];
  let destroyed = 0;
  const module: RuntimeModule = {
    start: () => ({
      update: () => undefined,
      pause: () => undefined,
      leave: () => Promise.resolve(),
      run: (name) => {
        calls.push(name);
        return 'arrived';
      },
      pending: () => 0,
      destroy: () => (destroyed += 1),
    }),
  };
  return { runtime: () => Promise.resolve(module), calls, gone: () => destroyed };
}

test('these are the tests of the React that they are called after', () => {
  expect(version.split('.')[0]).toBe(typeof REACT_MAJOR === 'string' ? REACT_MAJOR : '19');
});

describe('BansoProvider', () => {
  test('says who is here once, in strict mode too, and again when that changes', async () => {
    const user = (id: string) => ({ id, traits: { name: id }, token: `token-${id}` });
    page = drawn(<BansoProvider {...options} user={user('ann')} account={{ id: 'acme' }} />);
    await expect.poll(lastUser).toEqual({ id: 'ann', traits: { name: 'ann' }, token: 'token-ann' });
    await expect.poll(() => sessions().at(-1)?.body.account?.id).toBe('acme');
    const before = asked.length;
    page.draw(<BansoProvider {...options} user={user('ann')} account={{ id: 'acme' }} />);
    page.draw(<BansoProvider {...options} user={user('ben')} account={{ id: 'acme' }} />);
    await expect.poll(() => lastUser()?.id).toBe('ben');
    expect(asked.slice(before).filter(({ body }) => body.user?.id === 'ann')).toEqual([]);
  });

  test('forgets the person when nobody is signed in any more', async () => {
    page = drawn(<BansoProvider {...options} user={{ id: 'ann' }} />);
    await expect.poll(() => lastUser()?.id).toBe('ann');
    page.draw(<BansoProvider {...options} />);
    await expect.poll(() => sessions().at(-1)?.body.user).toBeUndefined();
  });

  test('asks in the language it is told, also later', async () => {
    page = drawn(<BansoProvider {...options} locale="ja" />);
    await expect.poll(() => sessions().at(-1)?.body.locale).toBe('ja');
    page.draw(<BansoProvider {...options} locale="ko" />);
    await expect.poll(() => sessions().at(-1)?.body.locale).toBe('ko');
  });

  test('leaves nothing when it goes', async () => {
    const { runtime, calls, gone } = noting();
    function Tracks() {
      const banso = useBanso();
      useEffect(() => void banso.track('seen'), [banso]);
      return null;
    }
    const app = drawn(
      <BansoProvider {...options} runtime={runtime}>
        <Tracks />
      </BansoProvider>,
    );
    await expect.poll(() => calls).toContain('track');
    const before = asked.length;
    app.leave();
    await expect.poll(gone).toBe(1);
    history.pushState(null, '', '#elsewhere');
    document.body.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(asked.length).toBe(before);
    expect('banso' in window).toBe(false);
  });
});

describe('useBanso', () => {
  test('takes calls of children, whose effects run before the client is there', async () => {
    const { runtime, calls } = noting();
    const receipts: unknown[] = [];
    function Early() {
      const banso = useBanso();
      useEffect(() => void banso.track('early').then((receipt) => receipts.push(receipt)), [banso]);
      return null;
    }
    page = drawn(
      <BansoProvider {...options} runtime={runtime}>
        <Early />
      </BansoProvider>,
    );
    await expect.poll(() => receipts).toContain('arrived');
    expect(calls).toContain('track');
  });

  test('is the same object at each rendering', async () => {
    const seen = new Set<unknown>();
    function Looks() {
      seen.add(useBanso());
      return null;
    }
    const app = (locale: string) => (
      <BansoProvider {...options} locale={locale}>
        <Looks />
      </BansoProvider>
    );
    page = drawn(app('en'));
    await expect.poll(() => seen.size).toBeGreaterThan(0);
    const before = seen.size;
    page.draw(app('ja'));
    await expect.poll(() => sessions().at(-1)?.body.locale).toBe('ja');
    expect(seen.size).toBe(before);
  });

  test('says what is missing around it', () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Alone = () => <p>{typeof useBanso()}</p>;
    expect(() => renderToString(<Alone />)).toThrow('useBanso() needs a <BansoProvider> around it.');
    silent.mockRestore();
  });
});

test('useBansoEvent hears with the listener of the latest rendering, and no longer than the component is there', async () => {
  const heard: string[] = [];
  function Hears({ as }: { as: string }) {
    useBansoEvent('ready', (state: ClientState) => heard.push(`${as} ${state.locale}`));
    return null;
  }
  const app = (locale: string, as?: string) => (
    <BansoProvider {...options} locale={locale}>
      {as && <Hears as={as} />}
    </BansoProvider>
  );
  page = drawn(app('en', 'one'));
  await expect.poll(() => heard).toEqual(['one en']);
  page.draw(app('ja', 'two'));
  await expect.poll(() => heard).toEqual(['one en', 'two ja']);
  page.draw(app('ko'));
  await expect.poll(() => sessions().at(-1)?.body.locale).toBe('ko');
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(heard).toHaveLength(2);
});
