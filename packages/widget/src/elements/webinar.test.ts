import { describe, expect, test } from 'vitest';
import { aResource } from './testing/contents.ts';
import { calendarFile } from './webinar.ts';

const from = new Date('2026-11-26T06:00:00Z');
const to = new Date('2026-11-26T06:45:00Z');
const file = (over: Parameters<typeof aResource>[1]) =>
  calendarFile(aResource('w', over), from, to, new Date('2026-11-20T00:00:00Z'));

describe('calendarFile', () => {
  test('holds one event in UTC, lines ended as the format wants', () => {
    expect(file({ title: 'Live', url: 'https://example.com/live' }).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Banso//Widget//EN',
      'BEGIN:VEVENT',
      'UID:res_w@banso',
      'DTSTAMP:20261120T000000Z',
      'DTSTART:20261126T060000Z',
      'DTEND:20261126T064500Z',
      'SUMMARY:Live',
      'URL:https://example.com/live',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  test('cannot be broken out of', () => {
    const text = file({ title: 'One; two, three\\ four\nEND:VEVENT' });
    expect(text).toContain('SUMMARY:One\\; two\\, three\\\\ four\\nEND:VEVENT');
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1);
  });

  test('folds long lines at 75 bytes, between characters', () => {
    const title = '大きくなるチームの整理術'.repeat(6);
    const lines = file({ title }).split('\r\n');
    const bytes = lines.map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
    expect(lines.join('\r\n').replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
  });
});
