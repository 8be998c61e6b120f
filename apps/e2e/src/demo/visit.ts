import { randomUUID } from 'node:crypto';
import type { DemoFacts } from './facts.ts';
import { identityToken } from './identity-token.ts';
import type { Offer } from './records.ts';

/** Opens a session for a person as a browser does, and answers what is on offer for them. */
export async function visit(demo: DemoFacts, userId: string): Promise<Offer> {
  const answer = await fetch(`${demo.url}/v1/w/${demo.publishableKey}/session`, {
    method: 'POST',
    body: JSON.stringify({
      user: { id: userId, token: identityToken(demo, userId) },
      anonymousId: `anon_${randomUUID()}`,
      page: { url: 'https://app.customer.example/', device: 'desktop' },
      locale: 'en',
      timeZone: 'UTC',
    }),
  });
  if (!answer.ok) throw new Error(`A session for ${userId}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Offer;
}
