import { randomUUID } from 'node:crypto';
import type { Response } from '../demo/records.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

/** Nobody meets it in the product: it is there for links only. */
const NOBODY = {
  type: 'event',
  subject: 'contact',
  name: 'never_happens',
  op: 'at_least',
  count: 1,
  withinDays: null,
};

test('a team shares an NPS survey by link: one answers without scripts, one clicks a score and leaves', async ({
  api,
  staff,
  device,
  database,
}) => {
  const mark = randomUUID().slice(-12);
  const name = `By link ${database} ${mark}`;
  const surveyId = await api.publish('/v1/surveys', {
    name,
    slug: `by-link-${mark}`,
    audience: NOBODY,
    body: {
      title: { en: 'How do you like it?' },
      questions: [
        {
          key: 'nps',
          type: 'nps',
          text: { en: 'Would you recommend us?' },
          required: true,
          labels: { low: { en: 'Not likely' }, high: { en: 'Very likely' } },
        },
      ],
      followUps: { detractor: null, passive: null, promoter: { en: 'What do you like most?' } },
      endings: { detractor: { en: 'Sorry' }, passive: { en: 'Thanks' }, promoter: { en: 'We are glad' } },
    },
  });
  const contact = async (who: string) => {
    const json = {
      externalId: `${who}-${mark}`,
      name: `${who} ${mark}`,
      email: `${who}-${mark}@example.com`,
    };
    return (await api.send<{ id: string }>('POST', '/v1/contacts', json)).data.id;
  };
  const [quiet, quick] = [await contact('Quiet'), await contact('Quick')];

  const editor = await staff(`/surveys/${surveyId}`);
  await editor.getByRole('button', { name: 'Share', exact: true }).click();
  const drawer = editor.getByRole('dialog', { name: 'Share by link' });
  await expect(drawer.getByText('This survey is not shared yet.')).toBeVisible();
  await drawer.getByRole('textbox', { name: 'Name' }).fill(`October ${mark}`);
  await drawer.getByRole('button', { name: 'Make the link' }).click();
  const card = drawer.getByRole('region', { name: `October ${mark}` });
  await expect(card.getByText(/get an address/)).toBeVisible();
  await card.getByText('Row of scores for your e-mail').click();
  await expect(card.getByText('*|LINK|*?score=10', { exact: false }).first()).toBeVisible();
  await expectAccessible(editor, 'sharing a survey');

  const { data: links } = await api.get<{ data: { id: string }[] }>(`/v1/surveys/${surveyId}/links`);
  const addressOf = async (contactId: string) => {
    const path = `/v1/surveys/${surveyId}/links/${links[0]?.id}/addresses`;
    return (await api.get<{ example: { url: string } }>(path, { contactIds: contactId })).example.url;
  };
  const answersOf = (contactId: string) => api.list<Response>('/v1/responses', { contactId });

  const plain = await device({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  await plain.goto(`${await addressOf(quiet)}?score=9`);
  await expect(plain.getByRole('radio', { name: '9', exact: true })).toBeChecked();
  expect(await answersOf(quiet)).toEqual([]);
  await plain.getByLabel('What do you like most?').fill('The graphs');
  await plain.getByRole('button', { name: 'Send' }).click();
  await expect(plain.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await expect(plain.getByText('We are glad')).toBeVisible();

  const quickAddress = await addressOf(quick);
  const clicking = await device();
  const recorded = clicking.waitForResponse(
    (answer) => answer.url().endsWith('/facts') && (answer.request().postData() ?? '').includes('"value":9'),
  );
  await clicking.goto(`${quickAddress}?score=9`);
  expect((await recorded).status()).toBe(200);
  await expect(clicking.locator('banso-survey').getByText('What do you like most?')).toBeVisible();
  await expectAccessible(clicking, 'a survey shared by link');
  await clicking.close();
  const partial = (await answersOf(quick))[0];
  expect(partial).toMatchObject({ score: 9, status: 'partial', source: 'email', comment: null });

  const feedback = await staff(`/feedback?survey=${surveyId}`);
  await feedback.getByRole('listitem').filter({ hasText: 'The graphs' }).getByRole('button').click();
  await expect(feedback.getByText('A link in an e-mail')).toBeVisible();
  expect(await answersOf(quiet)).toMatchObject([{ score: 9, status: 'complete', source: 'email' }]);

  await drawer.getByRole('button', { name: 'Revoke all' }).click();
  await editor
    .getByRole('dialog', { name: /Revoke every link/ })
    .getByRole('button', { name: 'Revoke all' })
    .click();
  await expect(card.getByText(/revoked/)).toBeVisible();
  await plain.goto(`${quickAddress}?score=2`);
  await expect(plain.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  expect(await answersOf(quick)).toMatchObject([{ score: 9 }]);
});
