import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { BansoOptions, Values } from '@banso/loader';
import { BansoContext } from './banso-context.ts';
import { lateBanso } from './late-banso.ts';

/** Who is here. */
export interface BansoUser {
  id: string;
  traits?: Values | undefined;
  /** Signed by your server. */
  token?: string | undefined;
}

/** The company that the person belongs to. */
export interface BansoAccount {
  id: string;
  traits?: Values | undefined;
}

export interface BansoProviderProps extends Omit<BansoOptions, 'key'> {
  /** `bpk_…`; React keeps the name `key` for itself. */
  publishableKey: string;
  /** Absent: nobody is signed in, or the page says it by `identify()`. Going from somebody to nobody forgets the person. */
  user?: BansoUser | undefined;
  account?: BansoAccount | undefined;
  children?: ReactNode;
}

/**
 * Brings Banso into the page while it is there, and leaves no trace after. `host` and `publishableKey` choose the client; of the
 * other options `locale`, `user` and `account` may change.
 */
export function BansoProvider({
  publishableKey,
  user,
  account,
  children,
  ...options
}: BansoProviderProps): ReactElement {
  const [late] = useState(lateBanso);
  const { banso } = late;
  const { host, locale } = options;
  const told = useRef<{ user?: BansoUser | undefined; locale?: string | undefined }>({});

  useEffect(() => {
    late.start({ ...options, key: publishableKey });
    told.current = { locale: options.locale };
    return () => late.stop();
  }, [late, host, publishableKey]);

  // What was said is compared by its words: objects in JSX are new at each rendering.
  const userWords = JSON.stringify(user);
  const accountWords = JSON.stringify(account);

  useEffect(() => {
    if (user) void banso.identify(user.id, user.traits, user.token ? { token: user.token } : {});
    else if (told.current.user) void banso.reset();
    told.current.user = user;
  }, [banso, host, publishableKey, userWords]);

  useEffect(() => {
    if (account) void banso.group(account.id, account.traits);
  }, [banso, host, publishableKey, userWords, accountWords]);

  useEffect(() => {
    if (locale && locale !== told.current.locale) void banso.setLocale(locale);
    told.current.locale = locale;
  }, [banso, locale]);

  return <BansoContext.Provider value={banso}>{children}</BansoContext.Provider>;
}
