/** Ways in which a server can tell something. */
export type ServerWay = 'curl' | 'segment' | 'rudder';

/** Where a server finds the secret key: it is shown once, and never stands in code. */
export const KEY_VARIABLE = 'BANSO_SECRET_KEY';

const SAID = `analytics.identify({ userId: 'user-42', traits: { name: 'Mika', role: 'admin' } });
analytics.group({ userId: 'user-42', groupId: 'acme', traits: { name: 'Acme', plan: 'pro' } });
analytics.track({
  userId: 'user-42',
  event: 'ticket_closed',
  properties: { ticketId: '4711' },
});`;

/** The lines that tell this installation of something, as the customer's server would. */
export function serverSnippet(way: ServerWay, host: string): string {
  switch (way) {
    case 'curl':
      return `curl ${host}/v1/track \\
  -u "$${KEY_VARIABLE}:" \\
  -H 'content-type: application/json' \\
  -d '{
    "messageId": "ticket-4711-closed",
    "userId": "user-42",
    "event": "ticket_closed",
    "properties": { "ticketId": "4711" }
  }'`;
    case 'segment':
      return `import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({
  host: '${host}',
  writeKey: process.env.${KEY_VARIABLE},
});

${SAID}
await analytics.closeAndFlush();`;
    case 'rudder':
      return `import RudderAnalytics from '@rudderstack/rudder-sdk-node';

const analytics = new RudderAnalytics(process.env.${KEY_VARIABLE}, {
  dataPlaneUrl: '${host}',
});

${SAID}
await analytics.flush();`;
    default:
      return way satisfies never;
  }
}
