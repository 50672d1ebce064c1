import { add, convolve, convolveEach, deepen, halve, positive, type Filter, type Layer } from './layers.ts';
import { operators, readTensorFile, type TensorFile } from './tensor-file.ts';

/** A network that has been read: takes a layer, gives the numbers of each of its outputs. */
export type Network = { readonly side: number; readonly run: (input: Layer) => readonly Float32Array[] };

type Step = TensorFile['steps'][number];

/** Makes a network from a TensorFlow Lite file with convolutions only. */
export function openNetwork(bytes: ArrayBuffer): Network {
  const file = readTensorFile(bytes);
  const weights = new Map<number, Float32Array>();
  file.tensors.forEach(({ data }, index) => { if (data !== null) weights.set(index, data); });
  for (const { code, inputs, outputs } of file.steps) {
    const data = code === operators.widen ? weights.get(inputs[0] ?? -1) : undefined;
    if (data !== undefined) weights.set(outputs[0] ?? -1, data);
  }
  const steps = file.steps.filter(({ code }) => code !== operators.widen).map((step) => ({ to: step.outputs[0] ?? -1, made: makerOf(step, file, weights) }));
  return {
    side: file.tensors[file.input]?.shape[1] ?? 0,
    run: (input) => {
      const layers = new Map<number, Layer>([[file.input, input]]);
      for (const { to, made } of steps) layers.set(to, made(layers));
      return file.outputs.map((index) => layerAt(layers, index).data);
    },
  };
}

type Maker = (layers: ReadonlyMap<number, Layer>) => Layer;

function makerOf(step: Step, file: TensorFile, weights: ReadonlyMap<number, Float32Array>): Maker {
  const [first = -1, second = -1] = step.inputs;
  const of = (layers: ReadonlyMap<number, Layer>) => layerAt(layers, first);
  const { add: sum, join, convolve: mixed, convolveEach: each, most, relu, reshape, pad } = operators;
  if (step.code === mixed || step.code === each) {
    const filter = filterOf(step, file, weights);
    return (layers) => (step.code === mixed ? convolve(of(layers), filter) : convolveEach(of(layers), filter));
  }
  if (step.code === sum) return (layers) => add(of(layers), layerAt(layers, second));
  if (step.code === relu) return (layers) => positive(of(layers));
  if (step.code === most) return (layers) => halve(of(layers));
  if (step.code === pad) return (layers) => deepen(of(layers), file.tensors[step.outputs[0] ?? -1]?.shape[3] ?? 0);
  if (step.code === reshape) return of;
  if (step.code === join) return (layers) => joined(step.inputs.map((index) => layerAt(layers, index)));
  throw new Error(`The network has a step of a kind that isn\u2019t known here (${step.code}).`);
}

function filterOf(step: Step, file: TensorFile, weights: ReadonlyMap<number, Float32Array>): Filter {
  const [, kernel = -1, bias = -1] = step.inputs;
  return {
    weights: weights.get(kernel) ?? new Float32Array(), bias: weights.get(bias) ?? new Float32Array(),
    size: file.tensors[kernel]?.shape[1] ?? 1, over: step.option(0) === 0, step: step.option(1),
  };
}

function joined(parts: readonly Layer[]): Layer {
  const data = new Float32Array(parts.reduce((total, part) => total + part.data.length, 0));
  let at = 0;
  for (const part of parts) {
    data.set(part.data, at);
    at += part.data.length;
  }
  return { height: 1, width: 1, depth: data.length, data };
}

function layerAt(layers: ReadonlyMap<number, Layer>, index: number): Layer {
  const layer = layers.get(index);
  if (layer === undefined) throw new Error(`The network uses layer ${index} before it is made.`);
  return layer;
}
