// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FormFrame } from '../../../renderer/ui/FormFrame';
import { CashField, type CashTyped, cashOf } from '../../../renderer/ui/fields/CashField';
import { ChoiceField } from '../../../renderer/ui/fields/ChoiceField';
import { CountField, countTyped } from '../../../renderer/ui/fields/NumberFields';
import { TextField } from '../../../renderer/ui/fields/TextField';
import { instantTyped, TimeField } from '../../../renderer/ui/fields/TimeField';
import { bridge, show } from '../support';

/** 2026-11-21 17:20 on the office's wall. */
const NOW = '2026-11-21T09:20:00.000Z';

beforeEach(() => {
  bridge({});
});

describe('TimeField', () => {
  function Time() {
    const [value, setValue] = useState('');
    return <TimeField label="时间" value={value} onChange={setValue} now={() => NOW} />;
  }
  it.each([
    ['930', '2026-11-21 09:30'],
    ['-15', '2026-11-21 17:05'],
    ['t', '2026-11-22 17:20'],
    ['昨天 8:05', '2026-11-20 08:05'],
  ])('writes beneath what it understood: %s', async (typed, shown) => {
    show(<Time />);
    await userEvent.type(screen.getByLabelText('时间'), typed);
    expect(screen.getByText(shown)).toBeTruthy();
  });

  it('says so when it cannot read the text, after the field is left, and keeps the text', async () => {
    show(<Time />);
    const time = screen.getByLabelText('时间');
    await userEvent.type(time, '25:99');
    expect(time.getAttribute('aria-invalid')).not.toBe('true');
    await userEvent.tab();
    expect(time.getAttribute('aria-invalid')).toBe('true');
    expect(time).toHaveProperty('value', '25:99');
    expect(instantTyped('25:99', NOW)).toBe('25:99');
    expect(instantTyped('', NOW)).toBe(NOW);
  });
});

describe('ChoiceField', () => {
  const choices = [
    { value: 'umbrella', label: '雨伞' },
    { value: 'phone', label: '手机' },
    { value: 'shan', label: '单雅琴', search: 'syq', hint: '104' },
  ];
  function Choose() {
    const [value, setValue] = useState<string | null>(null);
    return (
      <>
        <ChoiceField label="类别" choices={choices} value={value} onChange={setValue} />
        <output>{value}</output>
      </>
    );
  }
  it.each([
    ['sj', 'phone'],
    ['yusan', 'umbrella'],
    ['雨', 'umbrella'],
    ['syq', 'shan'],
    ['104', 'shan'],
  ])('finds by %s', async (typed, value) => {
    show(<Choose />);
    const field = screen.getByRole('combobox', { name: '类别' });
    await userEvent.type(field, typed);
    // The reading table is loaded by the first choice that is drawn; the list follows when it is there.
    await waitFor(() => expect(screen.queryAllByRole('option').length).toBe(1));
    await userEvent.keyboard('{Enter}');
    expect(document.querySelector('output')?.textContent).toBe(value);
  });

  describe('keys that come before the list', () => {
    function Late() {
      const [value, setValue] = useState<string | null>(null);
      const [here, setHere] = useState(false);
      return (
        <FormFrame label="表" onSave={() => undefined}>
          <ChoiceField label="类别" choices={here ? choices : undefined} value={value} onChange={setValue} />
          <TextField label="备注" value="" onChange={() => undefined} max={10} />
          <button type="button" onClick={() => setHere(true)}>
            到
          </button>
          <output>{value}</output>
        </FormFrame>
      );
    }
    const chosen = () => document.querySelector('output')?.textContent;
    const arrive = () => act(() => screen.getByText('到').click());

    it.each([
      ['initials and Enter', 'syq{Enter}', 'shan'],
      ['a piece of the label and Enter', '手{Enter}', 'phone'],
      ['the arrow and Enter', '{ArrowDown}{Enter}', 'umbrella'],
      ['the arrow twice and Enter', '{ArrowDown}{ArrowDown}{Enter}', 'phone'],
    ])('%s: taken when the list is there, the focus gone on at once', async (_, keys, value) => {
      show(<Late />);
      screen.getByRole('combobox', { name: '类别' }).focus();
      await userEvent.keyboard(keys);
      expect(document.activeElement).toBe(screen.getByLabelText('备注'));
      expect(chosen()).toBe('');
      arrive();
      await waitFor(() => expect(chosen()).toBe(value));
      expect(screen.getByRole('combobox', { name: '类别' })).toHaveProperty(
        'value',
        choices.find((one) => one.value === value)?.label,
      );
    });

    it('takes nothing for what names no line, nor after another key in the field', async () => {
      show(<Late />);
      const field = screen.getByRole('combobox', { name: '类别' });
      field.focus();
      await userEvent.keyboard('无此项{Enter}');
      arrive();
      await screen.findByText('到');
      expect(chosen()).toBe('');
      field.focus();
      await userEvent.keyboard('{ArrowDown}{Enter}');
      expect(chosen()).toBe('umbrella');
    });

    it('takes the line the arrow went to while the list was opening', async () => {
      show(<Choose />);
      const field = screen.getByRole('combobox', { name: '类别' });
      // No turn between: the list's own timer, which looks for the chosen line, fires after the arrow.
      fireEvent.focus(field);
      fireEvent.keyDown(field, { key: 'ArrowDown', code: 'ArrowDown' });
      await new Promise((resolve) => setTimeout(resolve, 20));
      fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
      await waitFor(() => expect(chosen()).toBe('umbrella'));
    });

    it('asks for nothing by Enter alone', async () => {
      show(<Late />);
      screen.getByRole('combobox', { name: '类别' }).focus();
      await userEvent.keyboard('{Enter}');
      arrive();
      await screen.findByText('到');
      expect(chosen()).toBe('');
    });
  });
});

describe('counts, cash and long text', () => {
  it('makes plain digits of full-width ones and knows what is no count', async () => {
    function Count() {
      const [value, setValue] = useState('');
      return <CountField label="数量" value={value} onChange={setValue} />;
    }
    show(<Count />);
    await userEvent.type(screen.getByLabelText('数量'), '１２');
    expect(screen.getByLabelText('数量')).toHaveProperty('value', '12');
    expect(countTyped('12')).toBe(12);
    expect(Number.isNaN(countTyped('十二'))).toBe(true);
  });

  it('adds up the cash by denomination and sends only notes that are there', async () => {
    function Cash() {
      const [value, setValue] = useState<CashTyped>({});
      return (
        <>
          <CashField label="现金" value={value} onChange={setValue} />
          <output>{JSON.stringify(cashOf(value))}</output>
        </>
      );
    }
    show(<Cash />);
    await userEvent.type(screen.getByLabelText('100 元'), '3');
    await userEvent.type(screen.getByLabelText('0.5 元'), '1');
    await userEvent.type(screen.getByLabelText('20 元'), '0');
    expect(screen.getByText('合计 300.50 元')).toBeTruthy();
    expect(JSON.parse(document.querySelector('output')?.textContent ?? '')).toEqual({ 10000: 3, 50: 1 });
  });

  it('counts what a reader counts and cuts nothing', async () => {
    function Name() {
      const [value, setValue] = useState('');
      return <TextField label="姓名" max={3} value={value} onChange={setValue} />;
    }
    show(<Name />);
    const name = screen.getByLabelText('姓名');
    await userEvent.type(name, '𠮷田家');
    expect(name.getAttribute('aria-invalid')).not.toBe('true');
    await userEvent.type(name, '族');
    expect(screen.getByText('已有 4 字，最多 3 字。')).toBeTruthy();
    expect(name).toHaveProperty('value', '𠮷田家族');
  });
});
