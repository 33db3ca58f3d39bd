package org.arrears.db;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens where a PostgreSQL server once did, does what it likes, and keeps all that it is told. */
final class Impostor implements AutoCloseable {

    /** What it asks for, in the numbers of the protocol. */
    enum Manner {
        NO_AUTHENTICATION(0),
        CLEARTEXT(3),
        MD5(5),
        GSS(7),
        /** SCRAM as far as the client's name, then it lets the client in. */
        SCRAM_NOT_FINISHED(10),
        /** SCRAM with the client's proof, which it cannot check, then it lets the client in. */
        SCRAM_WITHOUT_SIGNATURE(10),
        /** SCRAM to the end, with a signature that it has made up. */
        SCRAM_WITH_FORGED_SIGNATURE(10);

        private final int request;

        Manner(int request) {
            this.request = request;
        }
    }

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket socket;
    private final Manner manner;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final AtomicInteger callers = new AtomicInteger();

    Impostor(Manner manner) throws IOException {
        this.manner = manner;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::listen, "impostor");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/arrears";
    }

    /** How many have called. */
    int callers() {
        return callers.get();
    }

    /** All that it was told, as far as it is text. */
    synchronized String heard() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                callers.incrementAndGet();
                talk(new DataInputStream(caller.getInputStream()), new DataOutputStream(caller.getOutputStream()));
            } catch (IOException hungUp) {
                // The caller has had enough, or the test has.
            }
        }
    }

    private void talk(DataInputStream in, DataOutputStream out) throws IOException {
        int code = startup(in);
        while (code == SSL_REQUEST || code == GSS_REQUEST) {
            out.writeByte('N');
            code = startup(in);
        }
        switch (manner) {
            case NO_AUTHENTICATION -> letIn(out);
            case CLEARTEXT, GSS -> ask(out, manner.request);
            case MD5 -> ask(out, manner.request, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
            case SCRAM_NOT_FINISHED, SCRAM_WITHOUT_SIGNATURE, SCRAM_WITH_FORGED_SIGNATURE -> scram(in, out);
        }
        message(in);
        letIn(out);
        message(in);
    }

    private void scram(DataInputStream in, DataOutputStream out) throws IOException {
        ask(out, manner.request, "SCRAM-SHA-256\0\0".getBytes(StandardCharsets.US_ASCII));
        String first = message(in);
        if (manner == Manner.SCRAM_NOT_FINISHED) {
            letIn(out);
            return;
        }
        String nonce = first.substring(first.indexOf("r=") + 2);
        String salt = Base64.getEncoder().encodeToString(new byte[16]);
        ask(out, 11, ("r=" + nonce + "forged,s=" + salt + ",i=4096").getBytes(StandardCharsets.US_ASCII));
        message(in);
        if (manner == Manner.SCRAM_WITH_FORGED_SIGNATURE) {
            String signature = Base64.getEncoder().encodeToString(new byte[32]);
            ask(out, 12, ("v=" + signature).getBytes(StandardCharsets.US_ASCII));
        }
        letIn(out);
    }

    private static void ask(DataOutputStream out, int request, byte... more) throws IOException {
        out.writeByte('R');
        out.writeInt(8 + more.length);
        out.writeInt(request);
        out.write(more);
    }

    private static void letIn(DataOutputStream out) throws IOException {
        ask(out, 0);
        for (List<String> setting : List.of(
                List.of("server_version", "18.6"),
                List.of("server_encoding", "UTF8"),
                List.of("client_encoding", "UTF8"),
                List.of("DateStyle", "ISO, MDY"),
                List.of("integer_datetimes", "on"),
                List.of("standard_conforming_strings", "on"))) {
            byte[] text = (String.join("\0", setting) + "\0").getBytes(StandardCharsets.US_ASCII);
            out.writeByte('S');
            out.writeInt(4 + text.length);
            out.write(text);
        }
        out.writeByte('Z');
        out.writeInt(5);
        out.writeByte('I');
    }

    private int startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        keep(in.readNBytes(length - 8));
        return code;
    }

    private String message(DataInputStream in) throws IOException {
        in.readByte();
        byte[] body = in.readNBytes(in.readInt() - 4);
        keep(body);
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private synchronized void keep(byte[] told) {
        heard.writeBytes(told);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
