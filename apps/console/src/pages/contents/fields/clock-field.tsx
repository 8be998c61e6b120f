import { type ClockMoment, instantIn } from '@banso/domain/time';
import { Field, Input } from '@banso/ui';
import { language, timeZone, workspace } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { lifecycleTexts } from '../texts/lifecycle.ts';

/** Props of {@link ClockField}. */
export interface ClockFieldProps {
  label: string;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** The zone whose clocks are meant. */
  zone: string;
  /** What clocks show there, as `2026-03-29T02:30`; empty for none. */
  wall: string;
  onWall: (wall: string) => void;
}

/** A day and a time on the clocks of a zone, with what it is in the workspace's and in the reader's own. */
export function ClockField({ label, error, optional, zone, wall, onWall }: ClockFieldProps) {
  const moment = instantIn(zone, wall);
  return (
    <Field label={label} error={error} optional={optional} hint={moment && momentWords(moment, zone)}>
      <Input type="datetime-local" value={wall} onValue={onWall} />
    </Field>
  );
}

function momentWords({ at, clock }: ClockMoment, zone: string): string {
  const texts = textsOf(lifecycleTexts).schedule;
  const others = [...new Set([workspace.value?.timeZone ?? 'UTC', timeZone])].filter(
    (other) => other !== zone,
  );
  return [
    ...(clock === 'plain' ? [] : [texts[clock]]),
    ...others.map((other) => texts.inZone(timeIn(other, at), other.replaceAll('_', ' '))),
  ].join(' ');
}

/** Day and time on the clocks of a zone, in the reader's form. */
export const timeIn = (zone: string, at: string): string =>
  new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
    new Date(at),
  );
