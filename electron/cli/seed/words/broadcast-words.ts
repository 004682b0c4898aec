import type { Broadcast } from '../../../../shared/registers/broadcasts.row';

/** What is read out in the demo office (S28), and what came of it. */
export const BROADCAST_TEXTS: readonly Pick<
  Broadcast,
  'kind' | 'purpose' | 'summary' | 'script' | 'department'
>[] = [
  {
    kind: 'daily',
    purpose: 'routine',
    summary: '早间问候',
    script: '各位业主、各位来宾，早上好！欢迎光临，祝您一天工作顺利。',
    department: '客服部',
  },
  {
    kind: 'temporary',
    purpose: 'moveCar',
    summary: '东门消防通道移车',
    script: '请停在东门消防通道的灰色小客车车主，尽快将车移开，谢谢合作。',
    department: '秩序维护部',
  },
  {
    kind: 'temporary',
    purpose: 'lostItem',
    summary: '雨伞招领',
    script: '哪位来宾在大堂休息区遗失雨伞，请到前台认领。',
    department: '客服部',
  },
  {
    kind: 'temporary',
    purpose: 'promotion',
    summary: '一层书店周末优惠',
    script: '一层书店本周末全场图书优惠，欢迎各位光临选购。',
    department: '招商部',
  },
  {
    kind: 'emergency',
    purpose: 'emergency',
    summary: '二层水管漏水疏散',
    script: '二层东侧水管漏水，请附近人员听从工作人员引导，从西侧楼梯离开。',
    department: '工程部',
  },
];
export const BROADCAST_RESULTS = ['已处理', '效果良好', '车主已移车'] as const;
