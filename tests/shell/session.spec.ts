import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskSession } from '../../electron/session';
import type { Actor } from '../../shared/registers/session';

/** The desk locks itself (trust.md D4) and a change of person wipes the page (D5). */

const person = (staffId: string): Actor => ({
  staffId,
  staffNo: staffId,
  name: staffId,
  roles: ['receptionist'],
  capacities: [],
});
const MINUTE = 60_000;

describe('the session of the desk', () => {
  let lockMinutes = 5;
  const heard: string[] = [];
  let session: DeskSession;

  beforeEach(() => {
    vi.useFakeTimers();
    lockMinutes = 5;
    heard.length = 0;
    session = new DeskSession({
      lockMinutes: () => lockMinutes,
      onChange: () => heard.push('change'),
      onOtherPerson: () => heard.push('other'),
      clock: () => Date.now(),
    });
  });
  afterEach(() => {
    session.end();
    vi.useRealTimers();
  });

  it('locks after the minutes without input, not before', () => {
    session.open(person('a'), false);
    vi.advanceTimersByTime(5 * MINUTE - 1);
    expect(session.phase()).toBe('open');
    vi.advanceTimersByTime(1);
    expect(session.phase()).toBe('locked');
    expect(session.actor()?.staffId).toBe('a');
    expect(heard).toEqual(['change', 'change']);
  });

  it('stays open while somebody types, but never longer than 12 hours', () => {
    session.open(person('a'), false);
    for (let minute = 0; minute < 12 * 60 - 1; minute += 1) {
      vi.advanceTimersByTime(MINUTE);
      session.input();
    }
    expect(session.phase()).toBe('open');
    vi.advanceTimersByTime(MINUTE);
    expect(session.phase()).toBe('locked');
  });

  it('keeps a shorter limit set meanwhile', () => {
    session.open(person('a'), false);
    vi.advanceTimersByTime(MINUTE);
    lockMinutes = 1;
    vi.advanceTimersByTime(MINUTE);
    expect(session.phase()).toBe('locked');
  });

  it('locks at once when asked, and only once', () => {
    session.lock();
    expect(heard).toEqual([]);
    session.open(person('a'), false);
    session.lock();
    session.lock();
    expect(session.phase()).toBe('locked');
    expect(heard).toEqual(['change', 'change']);
  });

  it('wipes the page for another person and after signing out, not for the same one', () => {
    session.open(person('a'), false);
    session.lock();
    session.open(person('a'), false);
    expect(heard).not.toContain('other');
    session.lock();
    session.open(person('b'), false);
    expect(heard.filter((what) => what === 'other')).toHaveLength(1);
    session.end();
    expect(session.phase()).toBe('signedOut');
    expect(heard.filter((what) => what === 'other')).toHaveLength(2);
    session.open(person('c'), false);
    expect(heard.filter((what) => what === 'other')).toHaveLength(2);
  });

  it('keeps a person who must change a first PIN locked', () => {
    session.open(person('a'), true);
    expect(session.phase()).toBe('locked');
    session.open(person('a'), false);
    expect(session.phase()).toBe('open');
  });
});
