"""Writes the network for the app: batch norms folded into the convolutions, weights as 8-bit numbers with a scale a channel.

Layout, little-endian: "BMRZ", version (1 byte), number of layers (1 byte), then for each layer eight bytes (channels in,
channels out, kernel height, kernel width, stride down, stride across, 1 if each channel stands alone, 0), one 32-bit float
scale and one 32-bit float bias for each channel out, and the weights as signed bytes: channel out, row, column, channel in.
"""
import struct
import numpy as np
import torch


def fold(layer):
    """(weight, bias) of a convolution with its batch norm worked in."""
    if not isinstance(layer, torch.nn.Sequential):
        return layer.weight, layer.bias
    conv, norm = layer
    factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    return conv.weight * factor[:, None, None, None], norm.bias - norm.running_mean * factor


def layers(network):
    yield from network.front
    yield network.collapse
    for block in network.blocks:
        yield block.along
        yield block.mix
    yield network.out


def write(network, path):
    body = [b'BMRZ']
    listed = list(layers(network))
    body.append(struct.pack('<BB', 1, len(listed)))
    for layer in listed:
        conv = layer[0] if isinstance(layer, torch.nn.Sequential) else layer
        weight, bias = (part.detach().numpy().astype(np.float32) for part in fold(layer))
        scale = np.maximum(np.abs(weight).reshape(len(weight), -1).max(1), 1e-8) / 127
        whole = np.clip(np.round(weight / scale[:, None, None, None]), -127, 127).astype(np.int8)
        alone = conv.groups > 1
        body.append(struct.pack('<BBBBBBBB', 1 if alone else conv.in_channels, conv.out_channels, *conv.kernel_size, *conv.stride, int(alone), 0))
        body += [scale.astype('<f4').tobytes(), bias.astype('<f4').tobytes(), np.ascontiguousarray(whole.transpose(0, 2, 3, 1)).tobytes()]
    with open(path, 'wb') as file:
        file.write(b''.join(body))


def rounded(network):
    """The same network with the weights as the app will see them."""
    for layer in layers(network):
        conv = layer[0] if isinstance(layer, torch.nn.Sequential) else layer
        weight, bias = (part.detach().clone() for part in fold(layer))
        scale = weight.abs().reshape(len(weight), -1).max(1)[0].clamp_min(1e-8)[:, None, None, None] / 127
        conv.weight.data = torch.round(weight / scale) * scale
        if isinstance(layer, torch.nn.Sequential):
            norm = layer[1]
            norm.weight.data.fill_(1), norm.running_var.fill_(1 - norm.eps), norm.running_mean.fill_(0)
            norm.bias.data = bias
        else:
            conv.bias.data = bias
    return network
