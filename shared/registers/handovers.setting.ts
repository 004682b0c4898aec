import { z } from 'zod';
import { text } from '../text';

/** The setting `handover`: what stands at the desk whatever the registers say, and what is looked at (S13, F19 blocks 5 and 6). */
export const handoverSetting = z.object({
  /** Things counted at every handover that stand in no book: torches, the first-aid box … with how many there are. */
  items: z.array(z.object({ name: text(30), quantity: z.number().int().min(0).max(999) })).max(30),
  /** Petty cash in fen that must be in the drawer; null: the desk holds none. */
  cashCents: z.number().int().min(0).max(100_000_000).nullable(),
  /** Books of numbered blank slips whose range is written down: receipts, paper slips. */
  blankBooks: z.array(text(30)).max(12),
  /** Equipment that is tried: telephone, computer, printer … */
  equipment: z.array(text(20)).min(1).max(20),
});

export const DEFAULT_HANDOVER: z.output<typeof handoverSetting> = {
  items: [
    { name: '手电', quantity: 2 },
    { name: '急救药箱', quantity: 1 },
  ],
  cashCents: null,
  blankBooks: ['收据'],
  equipment: ['电话', '电脑', '打印机', '监控', '空调', '灯'],
};
