import type { Desk } from '../../book/desk';

/** Every post that keeps a log, in the settings' order. */
export const postsOf = ({ posts, duty }: Pick<Desk['settings'], 'posts' | 'duty'>): string[] => [
  ...new Set([...posts, ...duty.posts.map(({ name }) => name)]),
];
