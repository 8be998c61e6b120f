import type { Delivery } from './guest-book.ts';
import type { Stage } from './stage.ts';

/** Who asked to be erased, and when: somebody has to do it within the month. */
const WISHES = [{ externalId: 'kn-u-1007', day: -6, hour: 10.4 }] as const;

/** What customers wished of their data. */
export function wishes({ plan, calendar }: Stage): Delivery[] {
  return WISHES.map(({ externalId, day, hour }) => {
    const person = plan.people.find((one) => one.externalId === externalId);
    if (!person) throw new RangeError(`Nobody is called ${externalId}`);
    return { person, at: calendar.at(day, hour), deeds: [{ type: 'erasure_requested' }], isArrival: true };
  });
}
