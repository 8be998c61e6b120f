import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('a draft is looked at in the product itself, by link, and nobody was asked or counted', async ({
  api,
  staff,
  device,
  demo,
}) => {
  const title = 'A question that nobody was asked yet';
  interface Made {
    id: string;
    draft: { body: { questions: object[] } };
  }
  const made = await api.send<Made>('POST', '/v1/surveys', { name: 'Preview by link' });
  const { draft } = made.data;
  await api.send(
    'PATCH',
    `/v1/surveys/${made.data.id}`,
    {
      draft: {
        ...draft,
        locales: ['en'],
        defaultLocale: 'en',
        body: { ...draft.body, title: { en: title } },
      },
    },
    made.etag,
  );

  const editor = await staff(`/surveys/${made.data.id}`);
  await editor.getByRole('button', { name: 'On your own page…' }).click();
  const dialog = editor.getByRole('dialog', { name: 'Preview on your own page' });
  await dialog.getByLabel('Page', { exact: true }).fill('somewhere');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByText(/Enter the full address/)).toBeVisible();
  await expectAccessible(editor, 'the dialog of a preview link');
  await dialog.getByLabel('Page', { exact: true }).fill(demo.playgroundUrl);
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = (await dialog.getByRole('link', { name: 'Open the page' }).getAttribute('href')) ?? '';

  const calls: string[] = [];
  const elsewhere = await device();
  elsewhere.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/v1/w/')) calls.push(pathname.split('/').at(-1) ?? '');
  });
  await elsewhere.goto(link);
  const survey = elsewhere.locator('banso-survey');
  await expect(survey.getByText(title).first()).toBeVisible();
  const bar = elsewhere.getByRole('region', { name: 'Preview' });
  await expect(bar.getByText('Preview by link')).toBeVisible();
  await expectAccessible(elsewhere, 'a preview on a page');
  await survey.getByRole('radio', { name: '9', exact: true }).click();
  await expect(survey.getByRole('radio', { name: '9', exact: true })).toHaveCount(0);
  expect(calls).toEqual(['preview']);

  await bar.getByRole('button', { name: 'End preview' }).click();
  await expect(bar).toHaveCount(0);
  expect(elsewhere.url()).not.toContain('banso_preview');
  const { data } = await api.get<{ data: object[] }>(`/v1/responses?surveyId=${made.data.id}`);
  expect(data).toEqual([]);
});
