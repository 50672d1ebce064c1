"""Trains the recogniser of machine-readable zones and writes renderer/capture/mrz/recogniser.bin.

Debian 12: apt install python3-torch python3-numpy python3-opencv python3-pil fonts-ocr-b fonts-ocr-a fonts-liberation fonts-dejavu
fonts-freefont-ttf fonts-hack fonts-inconsolata fonts-anonymous-pro fonts-firacode fonts-croscore fonts-jetbrains-mono
fonts-noto-mono fonts-urw-base35 fonts-roboto-unhinted
Run: nice /usr/bin/python3 build/mrz/train.py [--steps 4600] [--out path] [--state path]   (two cores: some 40 minutes)
The same seed draws the same lines in the same order. --resume goes on from --state, with --from-shard lines not seen before; the file in the project
comes from 500 steps of a schedule of 4600, 1500 more of 3200 (from shard 44), and 750 with --rate 0.0018 (from shard 210).
"""
import argparse
import copy
import os
import sys
import time
from multiprocessing import Process, Queue

import cv2
import numpy as np
import torch

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import draw  # noqa: E402
from export import rounded, write  # noqa: E402
from network import Recogniser, SIGNS  # noqa: E402
from zones import ALPHABET  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
SHARD, POOL, FRESH = 512, 28, 20  # a new shard of lines every FRESH steps, the newest POOL shards in play


def painter(seed, number, queue):
    cv2.setNumThreads(1)
    while os.getppid() != 1:
        random = np.random.default_rng([seed, number])
        queue.put([draw.line(random) for _ in range(SHARD)])
        number += 1


def vary(random, picture):
    """A line as drawn, with a little chance at every look."""
    picture = picture.astype(np.float32)
    if random.random() < 0.4:
        picture += random.normal(0, random.uniform(1, 7), picture.shape)
    if random.random() < 0.3:
        picture = np.roll(picture, random.integers(-2, 3), 0)
    if random.random() < 0.5:
        picture = cv2.resize(picture, (int(picture.shape[1] * random.uniform(0.93, 1.07)), 32))
    return picture


def normal(picture):
    return (picture - picture.mean()) / (picture.std() + 1e-3)


def batch(lines):
    wide = (max(picture.shape[1] for picture, _ in lines) + 3) // 4 * 4
    stack = np.zeros((len(lines), 1, 32, wide), np.float32)
    for place, (picture, _) in enumerate(lines):
        stack[place, 0, :, :picture.shape[1]] = normal(picture)
    steps = torch.tensor([(picture.shape[1] + 3) // 4 for picture, _ in lines])
    texts = [torch.tensor([ALPHABET.index(sign) for sign in text]) for _, text in lines]
    return torch.from_numpy(stack), steps, texts


def greedy(scores, steps):
    best, text, last = scores[:, :steps].argmax(0).tolist(), '', SIGNS - 1
    for sign in best:
        if sign != last and sign != SIGNS - 1:
            text += ALPHABET[sign]
        last = sign
    return text


def judge(network, lines):
    """Share of lines read without a fault."""
    network.eval()
    right = 0
    with torch.no_grad():
        for start in range(0, len(lines), 32):
            part = lines[start:start + 32]
            stack, steps, _ = batch([(p.astype(np.float32), t) for p, t in part])
            scores = network(stack)
            right += sum(greedy(scores[i], steps[i]) == part[i][1] for i in range(len(part)))
    network.train()
    return right / len(lines)


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--steps', type=int, default=4600)
    options.add_argument('--seed', type=int, default=9303)
    options.add_argument('--rate', type=float, default=3e-3)
    options.add_argument('--out', default=os.path.join(HERE, '../../renderer/capture/mrz/recogniser.bin'))
    options.add_argument('--state', default='/tmp/mrz-state.pt')
    options.add_argument('--threads', type=int, default=2)
    options.add_argument('--batch', type=int, default=32)
    options.add_argument('--from-shard', type=int, default=0)
    options.add_argument('--resume', action='store_true')
    chosen = options.parse_args()
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(chosen.threads)
    random = np.random.default_rng(chosen.seed)
    queue = Queue(3)
    Process(target=painter, args=(chosen.seed, chosen.from_shard, queue), daemon=True).start()
    trial = [draw.line(np.random.default_rng([77, i])) for i in range(384)]
    network = Recogniser()
    print('parameters', sum(p.numel() for p in network.parameters()), flush=True)
    if chosen.resume:
        network.load_state_dict(torch.load(chosen.state))
    weights = torch.optim.AdamW(network.parameters(), lr=chosen.rate, weight_decay=1e-3)
    slope = torch.optim.lr_scheduler.OneCycleLR(weights, chosen.rate, total_steps=chosen.steps, pct_start=0.08)
    loss_of = torch.nn.CTCLoss(blank=SIGNS - 1, zero_infinity=True)
    pool, begun, mean = [], time.time(), None
    for step in range(chosen.steps):
        if step % FRESH == 0 or len(pool) < 4:
            pool = (pool + [queue.get()])[-POOL:]
        lines = [pool[random.integers(len(pool))][random.integers(SHARD)] for _ in range(chosen.batch * 4)]
        lines.sort(key=lambda line: line[0].shape[1])
        start = random.integers(4) * chosen.batch
        stack, steps, texts = batch([(vary(random, picture), text) for picture, text in lines[start:start + chosen.batch]])
        scores = network(stack).log_softmax(1).permute(2, 0, 1)
        loss = loss_of(scores, torch.cat(texts), steps, torch.tensor([len(text) for text in texts]))
        weights.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2)
        weights.step()
        slope.step()
        mean = loss.item() if mean is None else mean * 0.98 + loss.item() * 0.02
        if step % 100 == 99:
            print(step + 1, 'loss %.4f' % mean, '%.0f s' % (time.time() - begun), flush=True)
        if step % 250 == 249 or step == chosen.steps - 1:
            torch.save(network.state_dict(), chosen.state)
            small = rounded(copy.deepcopy(network).eval())
            write(network, chosen.out)
            print('  right: %.4f, with 8-bit weights %.4f' % (judge(network, trial), judge(small, trial)), flush=True)


if __name__ == '__main__':
    main()
