package org.ieum.traveltime;

/**
 * A set of ranks that gives them out in order. Ranks are bits, and a second row of bits says which
 * words of the first are not empty, so adding and taking cost a few instructions and no comparisons
 * between members.
 */
final class RankSet {
  /** Bit r of the whole is set while rank r is a member. */
  private final long[] members;

  /** Bit w of the whole is set while word w of {@link #members} is not 0. */
  private final long[] busy;

  /**
   * Makes an empty set.
   *
   * @param size ranks are less than this
   */
  RankSet(int size) {
    members = new long[(size >> 6) + 1];
    busy = new long[(size >> 12) + 1];
  }

  void add(int rank) {
    members[rank >> 6] |= 1L << rank;
    busy[rank >> 12] |= 1L << (rank >> 6);
  }

  /**
   * Takes the greatest rank of a block out.
   *
   * @return the rank, or -1 when the block is empty
   */
  int takeGreatest(int block) {
    long words = busy[block];
    if (words == 0) {
      return -1;
    }
    int word = (block << 6) + 63 - Long.numberOfLeadingZeros(words);
    int rank = (word << 6) + 63 - Long.numberOfLeadingZeros(members[word]);
    take(word, rank);
    return rank;
  }

  /** Takes the least rank of a block out, or returns -1 when it is empty. */
  int takeLeast(int block) {
    long words = busy[block];
    if (words == 0) {
      return -1;
    }
    int word = (block << 6) + Long.numberOfTrailingZeros(words);
    int rank = (word << 6) + Long.numberOfTrailingZeros(members[word]);
    take(word, rank);
    return rank;
  }

  private void take(int word, int rank) {
    members[word] ^= 1L << rank;
    if (members[word] == 0) {
      busy[word >> 6] ^= 1L << word;
    }
  }

  /** The block of a rank; blocks are numbered from that of rank 0. */
  int block(int rank) {
    return rank >> 12;
  }
}
