import { inbox, messages, people } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import { addMs, HOUR_MS } from '@banso/domain/time';
import { caseAnswered } from '../../cases/case-answered.ts';
import type { Person } from '../customers/people.ts';
import type { Letter } from '../history/letters.ts';
import { CORRESPONDENCES } from '../history/letters.ts';
import { TEAM } from '../team.ts';
import type { Act } from './acts.ts';
import type { Delivery } from './guest-book.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

/** What customers wrote and read, and what the team answered. */
export function letters(stage: Stage): { acts: Act[]; deliveries: Delivery[] } {
  const { calendar, plan, newId } = stage;
  const acts: Act[] = [];
  const deliveries: Delivery[] = [];
  for (const { externalId, letters: written } of CORRESPONDENCES) {
    const person = plan.people.find((one) => one.externalId === externalId);
    if (!person) throw new RangeError(`Nobody is called ${externalId}`);
    for (const letter of written) {
      const at = calendar.at(letter.day, letter.hour);
      if (letter.from === 'customer') {
        deliveries.push({
          person,
          at,
          deeds: [{ type: 'message_sent', text: letter.text }],
          isArrival: true,
        });
        continue;
      }
      const id = newId('msg', at);
      acts.push(replyAct(stage, person, letter, { id, at }));
      if (letter.readAfterHours === undefined) continue;
      const readAt = addMs(at, letter.readAfterHours * HOUR_MS);
      deliveries.push({
        person,
        at: readAt,
        deeds: [{ type: 'messages_read', upTo: id }],
        isArrival: true,
      });
    }
  }
  return { acts, deliveries };
}

function replyAct(
  stage: Stage,
  person: Person,
  { text, isAboutAnswer }: Letter,
  { id, at }: { id: string; at: Instant },
): Act {
  const { owner } = person.account;
  const author = {
    id: stage.company.memberId(owner),
    name: TEAM.find(({ key }) => key === owner)?.name ?? '',
  };
  return {
    at,
    run: () =>
      inWorkspace(stage, async (db, workspaceId) => {
        const { externalId } = person;
        const [contact] = await people.listByIdentity(db, workspaceId, [
          { identity: 'verified', externalId },
        ]);
        if (!contact) throw new RangeError(`${externalId} has not arrived`);
        const [answer] = isAboutAnswer
          ? (await inbox.list(db, workspaceId, { contactId: contact.id }, { limit: 1 })).data
          : [];
        const about = answer?.id ?? null;
        await messages.addReply(db, workspaceId, { id, contactId: contact.id, author, text, about, at });
        await caseAnswered(db, workspaceId, {
          contactId: contact.id,
          at,
          principal: stage.principalOf(owner),
        });
      }),
  };
}
