import type { DayCount } from '@banso/database';
import type { EventCount, Subject } from '@banso/domain/targeting';
import type { Day } from '@banso/domain/time';

/** How often events happened, as the database has it and with what the facts of a group add. */
export class DayCounts {
  readonly #bySubject = new Map<string, Map<string, DayCount>>();
  readonly #added = new Map<string, DayCount>();

  load(counts: readonly DayCount[]): void {
    for (const count of counts) this.#of(count.subjectId).set(`${count.day} ${count.name}`, count);
  }

  add(subjectId: string, name: string, day: Day): void {
    const key = `${day} ${name}`;
    const ofSubject = this.#of(subjectId);
    const known = ofSubject.get(key)?.count ?? 0;
    ofSubject.set(key, { subjectId, name, day, count: known + 1 });
    const addedKey = `${subjectId} ${key}`;
    const added = this.#added.get(addedKey)?.count ?? 0;
    this.#added.set(addedKey, { subjectId, name, day, count: added + 1 });
  }

  /** The counts of one subject, as a condition asks for them. */
  of(subject: Subject, subjectId: string): EventCount[] {
    const counts = this.#bySubject.get(subjectId);
    return counts ? [...counts.values()].map(({ name, day, count }) => ({ subject, name, day, count })) : [];
  }

  /** What has to be added to the database. */
  added(): DayCount[] {
    return [...this.#added.values()];
  }

  #of(subjectId: string): Map<string, DayCount> {
    const known = this.#bySubject.get(subjectId);
    if (known) return known;
    const made = new Map<string, DayCount>();
    this.#bySubject.set(subjectId, made);
    return made;
  }
}
