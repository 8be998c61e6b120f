export type SnoozeName = 'afternoon' | 'tomorrow' | 'monday';

const AFTERNOON_HOUR = 15;
const MORNING_HOUR = 9;

/**
 * Until when something can be put off: this afternoon while it is still morning, tomorrow, and the Monday after tomorrow.
 * Local time of the person.
 */
export function snoozeTimes(now: Date): readonly { name: SnoozeName; until: Date }[] {
  const at = (days: number, hour: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const monday = toMonday < 2 ? toMonday + 7 : toMonday;
  const times: { name: SnoozeName; until: Date }[] = [
    { name: 'tomorrow', until: at(1, MORNING_HOUR) },
    { name: 'monday', until: at(monday, MORNING_HOUR) },
  ];
  return now.getHours() < 12 ? [{ name: 'afternoon', until: at(0, AFTERNOON_HOUR) }, ...times] : times;
}
