import { identityToken } from '../demo/identity-token.ts';
import type { Contact, TimelineEntry } from '../demo/records.ts';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

const refused = [
  { because: 'there is no token', token: () => undefined },
  {
    because: 'the token is signed with another secret',
    parts: { secret: 'bis_guessed-guessed-guessed-guessed-guessed' },
  },
  { because: 'the token is not signed', parts: { algorithm: 'none' } },
  {
    because: 'the token is for another workspace',
    parts: { audience: 'ws_01890000-0000-7000-8000-000000000000' },
  },
  { because: 'the token has expired', parts: { expiresInS: -120 } },
  { because: 'the token is somebody else’s', of: 'kn-u-1001' },
] as const;

for (const { because, ...how } of refused) {
  test(`where identity is required, nothing is shown and nothing is kept when ${because}`, async ({
    page,
    api,
    demo,
    site,
    person,
    watch,
  }) => {
    const { contactId, userId } = await person('outsider');
    const known = await api.get<Contact>(`/v1/contacts/${contactId}`);
    const stranger = `stranger-${userId}`;
    const { url, publishableKey: key } = demo;
    for (const wanted of [userId, stranger]) {
      const token =
        'token' in how
          ? undefined
          : identityToken(demo, 'of' in how ? how.of : wanted, 'parts' in how ? how.parts : {});
      const commands = [
        ['identify', wanted, { name: 'Mallory', locale: 'en' }, { token }],
        ['track', 'stolen'],
      ];
      const refusal = page.waitForResponse('**/session');
      await page.goto(site.serve({ snippet: { url, key, commands } }));
      expect((await refusal).status()).toBe(401);
      await expect
        .poll(() => page.evaluate(() => Array.isArray(window.banso) || window.banso?.getState().show))
        .toBeUndefined();
      await expect(widgetOn(page).anything).toHaveCount(0);
    }
    expect(await api.get<Contact>(`/v1/contacts/${contactId}`)).toEqual(known);
    expect(await api.list<Contact>('/v1/contacts', { search: 'Mallory' })).toEqual([]);
    const timeline = await api.get<{ data: TimelineEntry[] }>(`/v1/contacts/${contactId}/timeline`);
    expect(timeline.data.filter(({ detail }) => detail['name'] === 'stolen')).toEqual([]);
    expect(watch.errors).toEqual([]);
  });
}
