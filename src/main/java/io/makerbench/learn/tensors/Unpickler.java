package io.makerbench.learn.tensors;

import io.makerbench.config.InputException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Reads the pickle of a PyTorch state dict: numbers, strings, tuples, lists, dicts and tensors. A
 * pickle is a program; this machine knows none of the instructions that could call anything but the
 * few constructors such a dict needs, and refuses the rest by name before it happens.
 *
 * <p>Values: {@code Long}, {@code Double}, {@code Boolean}, {@code String}, {@code List}, {@code
 * Map}, {@link PickledTensor}, {@link PickledTensor.Storage}. Memory stays within a small multiple
 * of the pickle's length.
 */
final class Unpickler {
  private static final String ORDERED_DICT = "collections.OrderedDict";
  private static final String TENSOR = "torch._utils._rebuild_tensor_v2";
  private static final String PARAMETER = "torch._utils._rebuild_parameter";
  private static final String STORAGE_PREFIX = "torch.";
  private static final Set<String> STORAGES =
      Set.of("torch.FloatStorage", "torch.DoubleStorage", "torch.HalfStorage");
  private static final int LONGEST_NUMBER_BYTES = 8;

  /** A name the pickle may refer to. */
  private record Global(String name) {}

  /** Python's None. */
  private enum None {
    NONE
  }

  private final ByteBuffer in;
  private final Map<Integer, Object> memo = new HashMap<>();
  private final Deque<List<Object>> outer = new ArrayDeque<>();
  private List<Object> stack = new ArrayList<>();

  private Unpickler(byte[] pickle) {
    in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The value a pickle describes.
   *
   * @throws InputException with the reason, without the file's name
   */
  static Object read(byte[] pickle) {
    try {
      return new Unpickler(pickle).run();
    } catch (BufferUnderflowException e) {
      throw new InputException("its pickle ends too early", e);
    } catch (ClassCastException | IndexOutOfBoundsException | NoSuchElementException e) {
      throw new InputException("its pickle makes no sense", e);
    }
  }

  private Object run() {
    while (true) {
      int code = in.get() & 0xFF;
      if (code == '.') {
        return pop();
      }
      boolean known = literal(code) || container(code) || memory(code) || construction(code);
      if (!known) {
        throw new InputException(
            "its pickle uses instruction 0x%02X, which no state dict needs".formatted(code));
      }
    }
  }

  private boolean literal(int code) {
    switch (code) {
      case 'N' -> push(None.NONE);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'K' -> push((long) (in.get() & 0xFF));
      case 'M' -> push((long) (in.getShort() & 0xFFFF));
      case 'J' -> push((long) in.getInt());
      case 0x8A -> push(longNumber(in.get() & 0xFF));
      case 'G' -> push(bigEndianDouble());
      case 'X' -> push(text(in.getInt()));
      case 0x8C -> push(text(in.get() & 0xFF));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean container(int code) {
    switch (code) {
      case '(' -> mark();
      case ')' -> push(List.of());
      case ']' -> push(new ArrayList<>());
      case '}' -> push(new LinkedHashMap<>());
      case 't' -> push(List.copyOf(unmark()));
      case 0x85 -> push(List.copyOf(last(1)));
      case 0x86 -> push(List.copyOf(last(2)));
      case 0x87 -> push(List.copyOf(last(3)));
      case 'a' -> append(last(1));
      case 'e' -> append(unmark());
      case 's' -> put(last(2));
      case 'u' -> put(unmark());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean memory(int code) {
    switch (code) {
      case 'q' -> memo.put(in.get() & 0xFF, stack.getLast());
      case 'r' -> memo.put(in.getInt(), stack.getLast());
      case 0x94 -> memo.put(memo.size(), stack.getLast());
      case 'h' -> push(recall(in.get() & 0xFF));
      case 'j' -> push(recall(in.getInt()));
      case 0x80 -> in.get();
      case 0x95 -> in.getLong();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean construction(int code) {
    switch (code) {
      case 'c' -> push(global(line(), line()));
      case 0x93 -> {
        List<Object> names = last(2);
        push(global((String) names.getFirst(), (String) names.getLast()));
      }
      case 'Q' -> push(storage((List<?>) pop()));
      case 'R' -> {
        List<Object> call = last(2);
        push(construct((Global) call.getFirst(), (List<?>) call.getLast()));
      }
      case 'b' -> ignoreMetadata(last(2));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Global global(String module, String name) {
    String full = module + "." + name;
    if (!full.equals(ORDERED_DICT)
        && !full.equals(TENSOR)
        && !full.equals(PARAMETER)
        && !STORAGES.contains(full)) {
      throw new InputException(
          "its pickle refers to %s, and only tensors of 16, 32 or 64-bit floats are read"
              .formatted(full));
    }
    return new Global(full);
  }

  private static Object construct(Global function, List<?> arguments) {
    return switch (function.name()) {
      case ORDERED_DICT -> emptyDict(arguments);
      case TENSOR -> tensor(arguments);
      case PARAMETER -> (PickledTensor) arguments.getFirst();
      default -> throw new InputException("its pickle calls " + function.name());
    };
  }

  private static Map<Object, Object> emptyDict(List<?> arguments) {
    if (!arguments.isEmpty()) {
      throw new InputException("its pickle fills an OrderedDict in a way that is not read");
    }
    return new LinkedHashMap<>();
  }

  /** Arguments: storage, offset, shape, strides, and some that do not matter here. */
  private static PickledTensor tensor(List<?> arguments) {
    return new PickledTensor(
        (PickledTensor.Storage) arguments.get(0),
        (Long) arguments.get(1),
        numbers((List<?>) arguments.get(2)),
        numbers((List<?>) arguments.get(3)));
  }

  private static long[] numbers(List<?> values) {
    return values.stream().mapToLong(value -> (Long) value).toArray();
  }

  /** Persistent ids are ("storage", class, key, device, length). */
  private static PickledTensor.Storage storage(List<?> id) {
    Global type = (Global) id.get(1);
    if (!id.getFirst().equals("storage") || !STORAGES.contains(type.name())) {
      throw new InputException("its pickle keeps data outside that are no storage of floats");
    }
    return new PickledTensor.Storage(
        type.name().substring(STORAGE_PREFIX.length()), (String) id.get(2), (Long) id.get(4));
  }

  /** A state dict carries attributes (its metadata) that no tensor depends on. */
  private void ignoreMetadata(List<Object> targetAndState) {
    if (!(targetAndState.getFirst() instanceof Map) || !(targetAndState.getLast() instanceof Map)) {
      throw new InputException("its pickle sets the state of an object");
    }
    push(targetAndState.getFirst());
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object pop() {
    return stack.removeLast();
  }

  private List<Object> last(int count) {
    List<Object> top = stack.subList(stack.size() - count, stack.size());
    List<Object> taken = new ArrayList<>(top);
    top.clear();
    return taken;
  }

  private void mark() {
    outer.push(stack);
    stack = new ArrayList<>();
  }

  private List<Object> unmark() {
    if (outer.isEmpty()) {
      throw new InputException("its pickle makes no sense");
    }
    List<Object> since = stack;
    stack = outer.pop();
    return since;
  }

  @SuppressWarnings("unchecked") // Values are only ever taken out with a check.
  private void append(List<Object> values) {
    ((ArrayList<Object>) stack.getLast()).addAll(values);
  }

  @SuppressWarnings("unchecked") // Values are only ever taken out with a check.
  private void put(List<Object> keysAndValues) {
    Map<Object, Object> dict = (LinkedHashMap<Object, Object>) stack.getLast();
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      dict.put((String) keysAndValues.get(i), keysAndValues.get(i + 1));
    }
  }

  private Object recall(int key) {
    Object value = memo.get(key);
    if (value == null) {
      throw new InputException("its pickle makes no sense");
    }
    return value;
  }

  private long longNumber(int bytes) {
    if (bytes > LONGEST_NUMBER_BYTES) {
      throw new InputException("its pickle holds a whole number beyond 64 bits");
    }
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (in.get() & 0xFFL) << (Byte.SIZE * i);
    }
    int unused = Long.SIZE - Byte.SIZE * bytes;
    return bytes == 0 ? 0 : value << unused >> unused;
  }

  private double bigEndianDouble() {
    return Double.longBitsToDouble(Long.reverseBytes(in.getLong()));
  }

  private String text(int bytes) {
    if (bytes < 0 || bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] utf8 = new byte[bytes];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (byte b = in.get(); b != '\n'; b = in.get()) {
      line.append((char) (b & 0xFF));
    }
    return line.toString();
  }
}
