import type { Page } from '@playwright/test';

/** How somebody signs in. */
export interface Credentials {
  email: string;
  password: string;
}

/**
 * Lets somebody new join the demo's team, so that what they choose for themselves disturbs no other test.
 * @param owner - A page in which somebody is signed in who may invite.
 * @param page - The newcomer's; it is in the console afterwards.
 * @param name - What they are called.
 */
export async function joinTeam(owner: Page, page: Page, name = 'Yuna Seo'): Promise<Credentials> {
  const credentials = { email: `yuna-${Date.now()}@kumo-notes.example`, password: 'paper-kites-1984' };
  const { url } = await owner.evaluate(async (email) => {
    const answer = await fetch('/v1/invitations', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, role: 'member' }),
    });
    return (await answer.json()) as { url: string };
  }, credentials.email);
  await page.goto(url);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill(credentials.password);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'My day' }).waitFor();
  return credentials;
}
