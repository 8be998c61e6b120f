const DAY_MS = 86_400_000;

/** Calendar days from one moment to another where the person is; negative: into the past. */
export function daysBetween(from: Date, to: Date): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((day(to) - day(from)) / DAY_MS);
}

/** A day in words: today, yesterday and tomorrow by name, others as "18 Nov", with the year when it is another one. */
export function dayWords(locale: string, day: Date, now: Date): string {
  const away = daysBetween(now, day);
  if (Math.abs(away) <= 1)
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(away, 'day');
  const year = day.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', ...year }).format(day);
}
