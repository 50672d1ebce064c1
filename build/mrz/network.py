"""The recogniser: a small fully convolutional network; a step of 4 px, 38 scores a step (37 signs and the blank)."""
import torch
from torch import nn

FRONT = [(1, 16, (3, 3), (2, 2)), (16, 24, (3, 3), (2, 2)), (24, 40, (3, 3), (2, 1))]
WIDE, BLOCKS, REACH, SIGNS = 128, 3, 5, 38


def folded(first, second, size, stride=1, padding=0, groups=1):
    return nn.Sequential(nn.Conv2d(first, second, size, stride, padding, groups=groups, bias=False), nn.BatchNorm2d(second))


class Block(nn.Module):
    """Each channel looks REACH steps along the line, then all channels mix; added to what came in."""

    def __init__(self):
        super().__init__()
        self.along = folded(WIDE, WIDE, (1, REACH), 1, (0, REACH // 2), WIDE)
        self.mix = folded(WIDE, WIDE, 1)

    def forward(self, x):
        return torch.relu(x + self.mix(torch.relu(self.along(x))))


class Recogniser(nn.Module):
    def __init__(self):
        super().__init__()
        self.front = nn.ModuleList(folded(a, b, size, stride, (1, 1)) for a, b, size, stride in FRONT)
        self.collapse = folded(FRONT[-1][1], WIDE, (4, 1))
        self.blocks = nn.ModuleList(Block() for _ in range(BLOCKS))
        self.drop = nn.Dropout(0.05)
        self.out = nn.Conv2d(WIDE, SIGNS, 1)

    def forward(self, x):
        for layer in self.front:
            x = torch.relu(layer(x))
        x = torch.relu(self.collapse(x))
        for block in self.blocks:
            x = block(x)
        return self.out(self.drop(x))[:, :, 0, :]
