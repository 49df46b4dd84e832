package io.makerbench.learn.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A message in the wire format of Protocol Buffers, field after field. A field is its number and
 * kind in one varint, then its value; repeated fields are written once a value.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
 */
final class ProtobufMessage {
  private static final int VARINT = 0;
  private static final int BYTES = 2;
  private static final int KIND_BITS = 3;
  private static final int GROUP_BITS = 7;
  private static final int GROUP = (1 << GROUP_BITS) - 1;
  private static final int FOUR_BYTES = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A whole number or the number of an enum's constant. */
  ProtobufMessage number(int field, long value) {
    key(field, VARINT);
    varint(value);
    return this;
  }

  /** A 32-bit float. */
  ProtobufMessage real(int field, float value) {
    key(field, FOUR_BYTES);
    out.writeBytes(
        ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
    return this;
  }

  /** A text, in UTF-8. */
  ProtobufMessage text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** A message within this one. */
  ProtobufMessage message(int field, ProtobufMessage value) {
    return bytes(field, value.toBytes());
  }

  /** Bytes as they are. */
  ProtobufMessage bytes(int field, byte[] value) {
    key(field, BYTES);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  private void key(int field, int kind) {
    varint((long) field << KIND_BITS | kind);
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  private void varint(long value) {
    long rest = value;
    while ((rest & ~GROUP) != 0) {
      out.write((int) (rest & GROUP) | 1 << GROUP_BITS);
      rest >>>= GROUP_BITS;
    }
    out.write((int) rest);
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
