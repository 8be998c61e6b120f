import { identityToken } from '../demo/identity-token.ts';
import { startStranger } from '../host/stranger.ts';
import { OUR_ELEMENTS, widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

const USER = 'kn-u-2003';

/** What a product with a bundler writes, as the documentation says it. */
const main = (session: object) => `
import { BansoChecklist, BansoProvider } from '@banso/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [here, setHere] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setHere(false)}>Leave</button>
      {here && (
        <BansoProvider {...${JSON.stringify(session)}} runtime={() => import('@banso/widget')}>
          <BansoChecklist content="getting-started" />
        </BansoProvider>
      )}
    </>
  );
}
createRoot(document.querySelector('main')).render(<App />);
`;

test('the packages, installed into an empty project and built with Vite, work there', async ({
  page,
  demo,
  watch,
}) => {
  const { url: host, publishableKey } = demo;
  const stranger = await startStranger(
    main({
      host,
      publishableKey,
      user: { id: USER, traits: { locale: 'en' }, token: identityToken(demo, USER) },
    }),
  );
  try {
    expect(stranger.installed.toSorted()).toEqual(['@banso/loader', '@banso/react', '@banso/widget']);
    watch.allow(stranger.origin);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(stranger.origin);
    await expect(page.locator('main banso-checklist').getByRole('list', { name: 'Steps' })).toBeVisible();
    const widget = widgetOn(page);
    await widget.openPanel();
    await expect(widget.panel.getByRole('heading').first()).toBeVisible();
    expect(
      fetched.filter((address) => address.startsWith(`${host}/w/`)),
      'scripts from elsewhere',
    ).toEqual([]);
    await page.getByRole('button', { name: 'Leave' }).click();
    await expect(page.locator(OUR_ELEMENTS)).toHaveCount(0);
    expect(watch.errors).toEqual([]);
  } finally {
    await stranger.stop();
  }
});
