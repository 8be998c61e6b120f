import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface ReceivedMail {
  to: string[];
  /** Headers and body, letter by letter. */
  raw: string;
  /** One header, unfolded; undefined when it is not there. */
  header(name: string): string | undefined;
  /** Everything that is text in it, decoded. */
  words: string;
}

/** A real mail server on this machine. */
export interface TestMailServer {
  /** `smtp://…` */
  url: string;
  received: ReceivedMail[];
  /** What the next recipients are told, or the next senders, instead of being taken. */
  refuse: { code: number; times: number; what?: 'sender' } | undefined;
  close(): Promise<void>;
}

/**
 * Opens one.
 * @param port - 0: a free one.
 * @param onMail - Hears of each mail that was taken.
 */
export async function openMailServer(
  port = 0,
  onMail: (mail: ReceivedMail) => void = () => {},
): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const refusal = () => {
    const { refuse } = open;
    if (!refuse || refuse.times === 0) return null;
    refuse.times -= 1;
    return Object.assign(new Error('not now'), { responseCode: refuse.code });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onMailFrom: (_address, _session, done) => done(open.refuse?.what === 'sender' ? refusal() : null),
    onRcptTo: (_address, _session, done) => done(open.refuse?.what === 'sender' ? null : refusal()),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const mail: ReceivedMail = {
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          header: (name) => headerOf(raw, name),
          words: wordsOf(raw),
        };
        received.push(mail);
        onMail(mail);
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', () => done()));
  const bound = server.server.address();
  const at = typeof bound === 'object' && bound ? bound.port : port;
  const open: TestMailServer = {
    url: `smtp://127.0.0.1:${at}`,
    received,
    refuse: undefined,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
  return open;
}

function headerOf(raw: string, name: string): string | undefined {
  const head = raw.split('\r\n\r\n')[0]?.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line && decodedWords(line.slice(name.length + 1).trim());
}

/** RFC 2047. */
const decodedWords = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, what: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(what, 'base64').toString('utf8')
        : quotedPrintable(what.replaceAll('_', ' ')),
    );

function quotedPrintable(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function wordsOf(raw: string): string {
  const boundary = /boundary="?([^"\r\n;]+)"?/.exec(raw)?.[1];
  const parts = boundary === undefined ? [raw] : raw.split(`--${boundary}`).slice(1, -1);
  return parts
    .map((part) => {
      const [head = '', ...rest] = part.trimStart().split('\r\n\r\n');
      const body = rest.join('\r\n\r\n');
      if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
      return /encoding: quoted-printable/i.test(head) ? quotedPrintable(body) : body;
    })
    .join('\n');
}
