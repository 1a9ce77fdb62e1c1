package dev.instead.chaos;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Stops a node before one of its own lines, all threads at once, so that it can be killed right there. */
final class Debugger {
  private final VirtualMachine machine;
  private final String type;
  private final int line;
  private final int passes;
  private final Runnable there;

  /**
   * Attaches to a node.
   *
   * @param passes how often it may come there before
   * @param there called when it has stopped; must end the process
   */
  static void stopAt(Step.Line line, int passes, int port, Runnable there) {
    Debugger debugger = new Debugger(attach(port), line, passes, there);
    Thread watching = new Thread(debugger::watch, "debugger");
    watching.setDaemon(true);
    debugger.prepare();
    watching.start();
  }

  private Debugger(VirtualMachine machine, Step.Line line, int passes, Runnable there) {
    this.machine = machine;
    this.type = "dev.instead." + line.type();
    this.line = number(line);
    this.passes = passes;
    this.there = there;
  }

  private static VirtualMachine attach(int port) {
    AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
        .filter(each -> each.transport().name().equals("dt_socket"))
        .findFirst()
        .orElseThrow();
    Map<String, Connector.Argument> where = connector.defaultArguments();
    argument(where, "hostname").setValue("127.0.0.1");
    argument(where, "port").setValue(Integer.toString(port));
    try {
      return connector.attach(where);
    } catch (IOException e) {
      throw new UncheckedIOException("No debugger is let in on port " + port, e);
    } catch (IllegalConnectorArgumentsException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connector.Argument argument(Map<String, Connector.Argument> where, String name) {
    return Objects.requireNonNull(where.get(name), name);
  }

  private void prepare() {
    ClassPrepareRequest loading = machine.eventRequestManager().createClassPrepareRequest();
    loading.addClassFilter(type);
    loading.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    loading.enable();
    List<ReferenceType> loaded = machine.classesByName(type);
    if (!loaded.isEmpty()) {
      loading.disable();
      breakIn(loaded.get(0));
    }
  }

  private void breakIn(ReferenceType loaded) {
    try {
      Location before = loaded.locationsOfLine(line).get(0);
      BreakpointRequest stop = machine.eventRequestManager().createBreakpointRequest(before);
      stop.addCountFilter(passes + 1);
      stop.setSuspendPolicy(EventRequest.SUSPEND_ALL);
      stop.enable();
    } catch (AbsentInformationException e) {
      throw new IllegalStateException(type + " was compiled without line numbers", e);
    }
  }

  /** The one line on which the words stand. */
  private static int number(Step.Line line) {
    Path file = Path.of("src/main/java/dev/instead", line.type().replace('.', '/') + ".java");
    try {
      String source = Files.readString(file, StandardCharsets.UTF_8);
      int at = source.indexOf(line.words());
      if (at < 0 || source.indexOf(line.words(), at + 1) >= 0) {
        throw new IllegalStateException(
            file + " doesn't say once: " + line.words() + ". Say in Step where the line is now.");
      }
      return (int) source.substring(0, at).chars().filter(each -> each == '\n').count() + 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void watch() {
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof BreakpointEvent) {
            there.run();
            return;
          }
          if (event instanceof ClassPrepareEvent loaded) {
            breakIn(loaded.referenceType());
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException ended) {
      // It was ended otherwise.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
