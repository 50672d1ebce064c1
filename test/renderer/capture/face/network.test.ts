import { describe, expect, it } from 'vitest';
import { add, convolve, convolveEach, deepen, halve, positive, type Layer } from '../../../../renderer/capture/face/layers.ts';
import { openNetwork } from '../../../../renderer/capture/face/network.ts';
import { readTensorFile } from '../../../../renderer/capture/face/tensor-file.ts';
import { windowLayer } from '../../../../renderer/capture/face/window.ts';
import { wall } from './scenes.ts';

const layer = (height: number, width: number, depth: number, value: (at: number) => number): Layer => ({ height, width, depth, data: Float32Array.from({ length: height * width * depth }, (_none, at) => value(at)) });
const weights = (count: number, value: (at: number) => number) => Float32Array.from({ length: count }, (_none, at) => value(at));

describe('the layers of the network', () => {
  it('mix channels in fours and what is left over alike', () => {
    const made = convolve(layer(1, 2, 3, (at) => at + 1), { weights: weights(18, (at) => at), bias: weights(6, (at) => 10 * at), size: 1, step: 1, over: true });
    const expected = [[1, 2, 3], [4, 5, 6]].flatMap((values) => [0, 1, 2, 3, 4, 5].map((channel) => 10 * channel + values.reduce((sum, value, at) => sum + value * (channel * 3 + at), 0)));
    expect([...made.data]).toEqual(expected);
  });

  it('slide over the edge with zeros beyond it', () => {
    const made = convolve(layer(3, 3, 1, () => 1), { weights: weights(9, () => 1), bias: weights(1, () => 0), size: 3, step: 1, over: true });
    expect([...made.data]).toEqual([4, 6, 4, 6, 9, 6, 4, 6, 4]);
  });

  it('step by two, each channel by itself', () => {
    const made = convolveEach(layer(4, 4, 2, (at) => (at % 2 === 0 ? 1 : 2)), { weights: weights(18, () => 1), bias: weights(2, (at) => at), size: 3, step: 2, over: true });
    expect([made.height, made.width, made.depth]).toEqual([2, 2, 2]);
    expect([...made.data]).toEqual([9, 19, 6, 13, 6, 13, 4, 9]);
  });

  it('halve, deepen, add and cut below zero', () => {
    expect([...halve(layer(2, 2, 1, (at) => at)).data]).toEqual([3]);
    expect([...deepen(layer(1, 2, 1, () => 5), 3).data]).toEqual([5, 0, 0, 5, 0, 0]);
    expect([...positive(add(layer(1, 1, 2, () => -1), layer(1, 1, 2, (at) => at * 3))).data]).toEqual([0, 2]);
  });
});

describe('the file of the network', () => {
  it('is refused when it is something else', () => {
    expect(() => readTensorFile(new ArrayBuffer(64))).toThrow('no TensorFlow Lite file');
    expect(() => openNetwork(new ArrayBuffer(0))).toThrow();
  });
});

describe('a square of a picture', () => {
  it('is the mean of what each of its pixels stands for, black beyond the edge', () => {
    const made = windowLayer(wall(40, 20, []), { left: 0, top: -10, side: 40 }, 4);
    const red = Array.from({ length: 16 }, (_none, at) => made.data[at * 3] ?? 0);
    expect(red.slice(0, 4)).toEqual([-1, -1, -1, -1]);
    expect(red[5]).toBeCloseTo(186 / 127.5 - 1, 5);
    expect(red.slice(12)).toEqual([-1, -1, -1, -1]);
  });
});
