import type { Page } from '@playwright/test';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

const SURVEY = 'relationship-nps';
/** A moment later the survey counts as shown, and that is the reason then. */
const ASKED = /^(claimed_elsewhere|recently_shown)$/;

/** Lets so much of a page's time pass that the survey would be there if it was to come. */
async function expectNotAsked(page: Page, address: string, because: RegExp): Promise<void> {
  await page.clock.install();
  await page.goto(address);
  const widget = widgetOn(page);
  await widget.ready();
  await expect
    .poll(() =>
      page.evaluate(async (slug) => {
        const { banso } = window;
        return banso && !Array.isArray(banso)
          ? (await banso.why(slug)).map(({ reason }) => reason).join()
          : '';
      }, SURVEY),
    )
    .toMatch(because);
  await page.clock.runFor(30_000);
  await widget.sent();
  await expect(widget.survey).toHaveCount(0);
}

test('somebody who is asked in one tab is not asked in a second one, nor on another device, nor again', async ({
  page,
  context,
  person,
  hostFor,
  device,
}) => {
  const { userId } = await person('asked');
  const address = hostFor(userId);
  await page.goto(address);
  const widget = widgetOn(page);
  await expect(widget.survey).toBeVisible();

  await expectNotAsked(await context.newPage(), address, ASKED);
  await expectNotAsked(await device(), address, ASKED);

  await widget.score(8);
  await widget.survey.getByRole('button', { name: 'Skip' }).click();
  await expect(widget.survey.getByRole('status')).toHaveText('Your answer has arrived.');
  await expectNotAsked(await context.newPage(), address, /^already_answered$/);
  await expectNotAsked(await device(), address, /^already_answered$/);
});

test('of two tabs that open at once one asks', async ({ page, context, person, hostFor }) => {
  const { userId } = await person('asked');
  const address = hostFor(userId);
  const second = await context.newPage();
  await Promise.all([page.goto(address), second.goto(address)]);
  const surveys = [page, second].map((tab) => widgetOn(tab).survey);
  const counts = async () =>
    (await Promise.all(surveys.map((survey) => survey.count()))).toSorted((a, b) => a - b);
  await expect.poll(counts).toEqual([0, 1]);
  await Promise.all([page, second].map((tab) => tab.clock.install()));
  await Promise.all([page, second].map((tab) => tab.clock.runFor(30_000)));
  expect(await counts()).toEqual([0, 1]);
});
