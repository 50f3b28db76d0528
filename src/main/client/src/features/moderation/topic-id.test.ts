import { expect, it } from 'vitest';
import { topicIdIn } from './topic-id';

it.each([
  ['12', 12],
  [' #12 ', 12],
  ['/topic/12', 12],
  ['https://forum.example/topic/12?floor=3#floor-3', 12],
  ['https://forum.example/topic/12/a-title', 12],
  ['', undefined],
  ['0', undefined],
  ['a title', undefined],
  ['/topic/x', undefined],
])('finds the topic in %j', (typed, id) => expect(topicIdIn(typed)).toBe(id));
