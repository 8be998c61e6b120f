import { keys } from '@banso/database';
import { createRecorder } from '../../recorder/create-recorder.ts';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

/** Nights on which the billing of Kumo Notes told of invoices, as days of the calendar. */
const NIGHTS = [-6, -5, -4, -3, -2, -1];
/** Whoever it tells of has been with the product for so many days. */
const KNOWN_DAYS = 30;

/** What the servers of Kumo Notes told: each night that somebody has paid. */
export function serverActs(stage: Stage): Act[] {
  const { calendar, plan, newId, published, secret, database, company } = stage;
  const payers = plan.people.filter(
    ({ isChampion, isScripted, firstSeenOn }) => isChampion && !isScripted && firstSeenOn < -KNOWN_DAYS,
  );
  return NIGHTS.flatMap((day, index): Act[] => {
    const payer = payers[index * 3];
    if (!payer) return [];
    const at = calendar.at(day, 3 + index / 7);
    const messageId = newId('', at);
    const run = async () => {
      const server = (
        await inWorkspace(stage, (db, workspaceId) => keys.list(db, workspaceId, { limit: 20 }))
      ).find(({ kind }) => kind === 'secret');
      if (!server) throw new RangeError('There is no key for servers');
      const recorder = createRecorder({
        database,
        published,
        live: { publish: () => undefined, subscribe: () => () => undefined },
        clock: { now: () => at },
        secret,
        newId: (prefix) => newId(prefix ?? '', at),
      });
      const [verdict] = await recorder.tell(company.workspaceId, server.id, [
        {
          type: 'track',
          messageId,
          occurredAt: at,
          who: { identity: 'verified', externalId: payer.externalId },
          accountExternalId: payer.account.externalId,
          locale: undefined,
          timeZone: undefined,
          name: 'invoice_paid',
          properties: { invoiceId: `KN-${20_410 + index}`, seats: payer.account.seats },
        },
      ]);
      if (verdict?.accepted !== true) throw new RangeError('A fact of the servers was refused');
      await recorder.close();
      await inWorkspace(stage, (db, workspaceId) => keys.touch(db, workspaceId, server.id, at));
    };
    return [{ at, run }];
  });
}
