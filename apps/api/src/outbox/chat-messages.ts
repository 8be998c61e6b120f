import type { AlertMessage } from './alert-words.ts';

/** The body for an incoming webhook of Slack: blocks, and plain text for notifications. */
export function slackBody({ title, lines, link }: AlertMessage): string {
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  return JSON.stringify({
    text: slackText(title),
    blocks: [
      section(`*${slackText(title)}*`),
      ...lines.map(({ text, url }) => section(url ? `<${url}|›> ${slackText(text)}` : slackText(text))),
      section(`<${link.url}|${slackText(link.label)}>`),
    ],
  });
}

/** Nothing in it is a link, a mention or bold type (Slack's rules for text of others). */
const slackText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // a letter of no width keeps a mark from beginning or ending anything
    .replaceAll(/[*_~`]/g, '\u200B$&\u200B');

/** The body for a webhook of a Teams workflow: an Adaptive Card. */
export function teamsBody({ title, lines, link }: AlertMessage): string {
  const text = (of: string, more: object = {}) => ({
    type: 'TextBlock',
    text: teamsText(of),
    wrap: true,
    ...more,
  });
  return JSON.stringify({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [text(title, { weight: 'Bolder' }), ...lines.map((line) => text(line.text))],
          actions: [{ type: 'Action.OpenUrl', title: link.label, url: link.url }],
        },
      },
    ],
  });
}

/** Cards read a subset of Markdown: what a customer wrote is shown as it was written. */
const teamsText = (text: string): string => text.replaceAll(/[\\*_[\]()#`~>-]/g, '\\$&');
