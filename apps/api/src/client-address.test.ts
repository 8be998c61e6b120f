import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressBucket, clientAddress } from './client-address.ts';

describe('the client address', () => {
  test.each([
    {
      hops: 0,
      remote: '192.0.2.1',
      forwardedFor: '198.51.100.7',
      is: '192.0.2.1',
      because: 'without proxies nobody forwards',
    },
    {
      hops: 1,
      remote: '10.0.0.1',
      forwardedFor: '198.51.100.7',
      is: '198.51.100.7',
      because: 'our proxy wrote it',
    },
    {
      hops: 1,
      remote: '10.0.0.1',
      forwardedFor: '1.1.1.1, 8.8.8.8, 198.51.100.7',
      is: '198.51.100.7',
      because: 'what stands before was sent by the client',
    },
    {
      hops: 2,
      remote: '10.0.0.1',
      forwardedFor: '1.1.1.1, 198.51.100.7, 10.0.0.2',
      is: '198.51.100.7',
      because: 'two proxies wrote two',
    },
    {
      hops: 2,
      remote: '10.0.0.1',
      forwardedFor: '198.51.100.7',
      is: '198.51.100.7',
      because: 'it came past the outer proxy',
    },
    {
      hops: 1,
      remote: '10.0.0.1',
      forwardedFor: undefined,
      is: '10.0.0.1',
      because: 'it came past the proxy',
    },
    { hops: 1, remote: '10.0.0.1', forwardedFor: 'unknown', is: '10.0.0.1', because: 'a word is no address' },
    {
      hops: 1,
      remote: '10.0.0.1',
      forwardedFor: '198.51.100.7:55123',
      is: '198.51.100.7',
      because: 'some proxies add the port',
    },
    {
      hops: 1,
      remote: '10.0.0.1',
      forwardedFor: '[2001:DB8::1]:443',
      is: '2001:db8:0:0:0:0:0:1',
      because: 'IPv6 with port, in any case',
    },
    {
      hops: 0,
      remote: '::ffff:192.0.2.1',
      forwardedFor: undefined,
      is: '192.0.2.1',
      because: 'IPv4 over an IPv6 socket',
    },
    {
      hops: 0,
      remote: 'fe80::1%eth0',
      forwardedFor: undefined,
      is: 'fe80:0:0:0:0:0:0:1',
      because: 'the zone is ours, not theirs',
    },
    { hops: 0, remote: undefined, forwardedFor: undefined, is: 'unknown', because: 'it came by no socket' },
  ])('is $is: $because', ({ hops, remote, forwardedFor, is }) => {
    expect(clientAddress({ remote, forwardedFor }, hops)).toBe(is);
  });

  test('cannot be changed by what the client sends before the proxies add theirs', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 3 }), (sent, hops) => {
        const chain = ['198.51.100.7', '10.0.0.2', '10.0.0.3'].slice(0, hops);
        const forwardedFor = [sent, ...chain].join(', ');
        expect(clientAddress({ remote: '10.0.0.9', forwardedFor }, hops)).toBe('198.51.100.7');
      }),
    );
  });
});

describe('the bucket of an address', () => {
  test('is the address of IPv4', () => expect(addressBucket('192.0.2.1')).toBe('192.0.2.1'));

  test('is one for a whole /64, however it is written', () => {
    const of = (remote: string) => addressBucket(clientAddress({ remote, forwardedFor: undefined }, 0));
    const buckets = [
      '2001:db8:1:2::1',
      '2001:DB8:1:2:ffff:ffff:ffff:ffff',
      '2001:0db8:0001:0002::abcd',
      '2001:db8:1:2::1.2.3.4',
    ];
    expect(new Set(buckets.map(of))).toEqual(new Set(['2001:db8:1:2::/64']));
    expect(of('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64');
  });
});
