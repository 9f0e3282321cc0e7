package vn.thidua.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that turns the recipient "nobody" away; GreenMail takes everyone. */
final class StrictSmtpServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private volatile String answerForNobody;

    StrictSmtpServer(String answerForNobody) throws IOException {
        this.answerForNobody = answerForNobody;
        var thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    void acceptEveryone() {
        answerForNobody = "250 OK";
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException closed) {
                if (!socket.isClosed()) throw new UncheckedIOException(closed);
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
        say(out, "220 ready");
        for (String line; (line = in.readLine()) != null; ) {
            var command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT")) {
                say(out, command.contains("NOBODY") ? answerForNobody : "250 OK");
            } else if (command.startsWith("DATA")) {
                say(out, "354 go on");
                while (!".".equals(in.readLine())) {
                    // the mail itself
                }
                say(out, "250 OK");
            } else if (command.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 OK");
            }
        }
    }

    private static void say(OutputStreamWriter out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
