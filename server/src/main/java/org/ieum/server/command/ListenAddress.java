package org.ieum.server.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;
import org.ieum.progress.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens.
 *
 * @param host name or address of this machine
 * @param port 0 for any that is free
 */
record ListenAddress(String host, int port) {
  ListenAddress {
    if (host.isBlank()) {
      throw new InputException("--host must be the name or address of this machine, was ''");
    }
    if (port < 0 || port > 65_535) {
      throw new InputException("--port must be from 0 to 65535, was " + port);
    }
  }

  /**
   * Listens for a moment, before anything is made that would be of no use.
   *
   * @throws InputException saying why it cannot be done
   */
  void check() {
    try (ServerSocket socket = new ServerSocket()) {
      // As the server does it: what an earlier one left behind is no hindrance.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** What is said when listening failed. */
  InputException fault(Throwable e) {
    if (e instanceof UnknownHostException) {
      return new InputException("--host " + host + " is not known");
    }
    String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    String at = "--port " + port + " at " + host;
    if (why.contains("in use")) {
      return new InputException(at + " is taken");
    }
    if (why.contains("permission")) {
      return new InputException(at + " may not be used by this user");
    }
    if (why.contains("assign")) {
      return new InputException("--host " + host + " is not an address of this machine");
    }
    return new InputException(at + " cannot be listened to: " + e.getMessage());
  }

  /** The fault of the network beneath another, if there is one. */
  static @Nullable IOException networkFault(Throwable fault) {
    Throwable cause = fault;
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    return (IOException) cause;
  }
}
