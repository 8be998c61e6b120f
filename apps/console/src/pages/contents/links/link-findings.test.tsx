import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { aChecklist, anId, aRecord, aStep } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

const ID = anId('chk');
const HREF = 'https://help.example.org/gone';
const draft = aChecklist({
  steps: [aStep('a', { action: { label: { en: 'Open' }, url: HREF } })],
});
const FOUND = {
  state: 'checked',
  checked: 3,
  unchecked: 1,
  findings: [
    { path: 'steps.0.action.url', href: HREF, code: 'gone' },
    { path: 'steps.0.body.en', href: 'http://a.example', code: 'insecure' },
  ],
};
const publish = () => page.getByRole('dialog', { name: /^Publish version/ });
const dialog = () => page.getByRole('dialog', { name: 'Check links' });

let api: StandIn;
beforeEach(() => {
  api = new StandIn().install();
  const live = aChecklist({ title: { en: 'Before' } });
  api.add('checklist', aRecord(draft, { status: 'published', version: 7, edited: true }), live);
});

describe('links', () => {
  test('are checked on request, told with their fields, and beside the field that holds them', async () => {
    api.links = FOUND;
    opened(`checklists/${ID}?step=a`);
    await page.getByRole('button', { name: 'Check links' }).click();
    await expect.element(dialog()).toMatchTextContent(/nothing at this address any more.*gone/);
    await expect.element(dialog()).toMatchTextContent(/1 link answers.*1 link was not checked in time/);
    await dialog()
      .getByRole('button', { name: /Step 1/ })
      .first()
      .click();
    const field = page.getByRole('textbox', { name: /address|opens|link/i }).last();
    await expect.element(field).toHaveValue(HREF);
    await expect.element(field).toHaveAccessibleDescription(/nothing at this address any more/);
    await field.fill('https://help.example.org/there');
    await expect.element(field).not.toHaveAccessibleDescription(/nothing at this address/);
  });

  test.each([
    { links: { ...FOUND, state: 'off', findings: [] }, words: /looks at nothing outside/ },
    { links: { state: 'checked', checked: 0, unchecked: 0, findings: [] }, words: /no link to the web/ },
    { links: undefined, words: /could not be checked now/ },
  ])('say where there is nothing to tell: $words', async ({ links, words }) => {
    api.links = links;
    opened(`checklists/${ID}`);
    await page.getByRole('button', { name: 'Check links' }).click();
    await expect.element(dialog()).toMatchTextContent(words);
  });

  test('warn before publishing and keep nobody from it; an installation without a way out says nothing', async () => {
    api.links = FOUND;
    opened(`checklists/${ID}`);
    await page.getByRole('button', { name: /^Publish v/ }).click();
    await expect.element(publish().getByRole('region', { name: 'Links' })).toMatchTextContent(/Use https/);
    await publish().getByRole('button', { name: 'Publish', exact: true }).click();
    await expect.element(publish()).not.toBeInTheDocument();
  });
});
