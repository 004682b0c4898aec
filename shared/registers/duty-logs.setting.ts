import { z } from 'zod';
import { text } from '../text';

/** The setting `duty`: posts that keep a log besides the office's own, what they patrol and what they switch (S14, F20, F20b). */
export const dutySetting = z.object({
  posts: z
    .array(
      z.object({
        name: text(30),
        /** 签到点位 of a patrol, in its order. */
        points: z.array(text(30)).max(40),
        /** Lights and gates that are switched on and off on time. */
        switches: z.array(text(30)).max(20),
      }),
    )
    .max(20),
});
export type DutyPost = z.infer<typeof dutySetting>['posts'][number];

export const DEFAULT_DUTY: z.output<typeof dutySetting> = {
  posts: [
    {
      name: '东门岗',
      points: ['大堂', '东门', '地下车库入口', '消防控制室', '顶层天台'],
      switches: ['大堂灯', '外墙灯', '东门'],
    },
  ],
};
