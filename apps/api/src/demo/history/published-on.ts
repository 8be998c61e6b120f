import type { DemoContent } from '../contents/demo-content.ts';

/** A content in the version that people saw. */
export interface ContentRef {
  contentId: string;
  version: number;
}

/** A content of the demo with its id. */
export interface KnownContent extends DemoContent {
  id: string;
}

/** The version that people saw on a day of the calendar; undefined before the first publication. */
export function publishedOn({ id, versions }: KnownContent, day: number): ContentRef | undefined {
  // published early in the morning: that day's visits see it
  const version = versions.filter((each) => each.day <= day).length;
  return version === 0 ? undefined : { contentId: id, version };
}

/** The same where it must be there. @throws {RangeError} on a day before its publication. */
export function shownOn(content: KnownContent, day: number): ContentRef {
  const found = publishedOn(content, day);
  if (!found) throw new RangeError(`${content.slug} was not published on day ${day}`);
  return found;
}
