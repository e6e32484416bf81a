/*
 * The traffic of the live benchmarks (releng/bench/run bridge, nfqueue), the same for every way through.
 *
 *   traffic flood IF DSTMAC SOURCE DESTINATION SECONDS   sends 60-byte UDP frames as fast as it can, 64 with one sendmmsg(2), and
 *                                                        prints how many a second, how many, and its processor time in seconds
 *   traffic mix IF DSTMAC FILE SECONDS                   the same with the packets of a file in turns; in each of its lines source,
 *                                                        destination, protocol (6 or 17), source port, destination port
 *   traffic count IF WAIT SECONDS                        waits, counts what IF receives, and prints packets per second
 *   traffic echo ADDRESS PORT                            sends every UDP datagram back, until its standard input ends
 *   traffic ping ADDRESS PORT SECONDS                    prints the median and the 99th percentile of UDP round trips in ns
 *   traffic sink ADDRESS PORT                            takes TCP connections, reads each to its end and prints Gbit/s
 *   traffic stream ADDRESS PORT SECONDS                  fills one TCP connection
 *
 * IPv4 alone. Servers print "ready" when they can be reached.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <netinet/ip.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { BATCH = 64, FRAME = 60, MOST_PINGS = 1 << 20, WARM_UP_PINGS = 20, FEWEST_PINGS = 200, MOST_LOST = 20, CHUNK = 1 << 18,
    MOST_MIXED = 1 << 16 };

static void die(const char *what)
{
    fprintf(stderr, "traffic: %s: %s\n", what, strerror(errno));
    exit(5);
}

static long long nanos(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static uint16_t checksum(const void *data, int bytes)
{
    uint32_t sum = 0;
    const uint8_t *at = data;
    for (int i = 0; i < bytes; i += 2)
        sum += at[i] << 8 | at[i + 1];
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return htons(~sum);
}

static double processor_seconds(void)
{
    struct timespec used;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return used.tv_sec + used.tv_nsec / 1e9;
}

/* Writes the IP packet of a frame. */
static void packet(uint8_t *frame, const char *source, const char *destination, int protocol, int from, int to)
{
    struct iphdr *ip = (void *) (frame + sizeof(struct ether_header));
    ip->version = 4;
    ip->ihl = 5;
    ip->tot_len = htons(FRAME - sizeof(struct ether_header));
    ip->ttl = 64;
    ip->protocol = protocol;
    if (inet_pton(AF_INET, source, &ip->saddr) != 1 || inet_pton(AF_INET, destination, &ip->daddr) != 1)
        die(source);
    ip->check = checksum(ip, sizeof *ip);
    if (protocol == IPPROTO_TCP) {
        struct tcphdr *tcp = (void *) (ip + 1);
        tcp->source = htons(from);
        tcp->dest = htons(to);
        tcp->doff = sizeof *tcp / 4;
        tcp->syn = 1;
    } else {
        struct udphdr *udp = (void *) (ip + 1);
        udp->source = htons(from);
        udp->dest = htons(to);
        udp->len = htons(FRAME - sizeof(struct ether_header) - sizeof *ip);
    }
}

/* Sends frames, whose IP packets are written, one after the other and from the first again. */
static void flood(const char *interface, const char *mac, uint8_t (*frames)[FRAME], int count, double seconds)
{
    int fd = socket(AF_PACKET, SOCK_RAW, 0);
    if (fd < 0)
        die("packet socket");
    struct ifreq request = { 0 };
    strncpy(request.ifr_name, interface, IFNAMSIZ - 1);
    if (ioctl(fd, SIOCGIFHWADDR, &request) < 0)
        die(interface);
    unsigned bytes[6];
    if (sscanf(mac, "%x:%x:%x:%x:%x:%x", bytes, bytes + 1, bytes + 2, bytes + 3, bytes + 4, bytes + 5) != 6)
        die(mac);
    for (int i = 0; i < count; i++) {
        struct ether_header *ethernet = (void *) frames[i];
        for (int j = 0; j < 6; j++)
            ethernet->ether_dhost[j] = bytes[j];
        memcpy(ethernet->ether_shost, request.ifr_hwaddr.sa_data, 6);
        ethernet->ether_type = htons(ETHERTYPE_IP);
    }
    struct sockaddr_ll address = { .sll_family = AF_PACKET, .sll_protocol = htons(ETHERTYPE_IP),
        .sll_ifindex = if_nametoindex(interface) };
    if (bind(fd, (struct sockaddr *) &address, sizeof address) < 0)
        die(interface);
    struct iovec parts[BATCH];
    struct mmsghdr messages[BATCH] = { 0 };
    for (int i = 0; i < BATCH; i++) {
        parts[i] = (struct iovec) { frames[i % count], FRAME };
        messages[i].msg_hdr.msg_iov = &parts[i];
        messages[i].msg_hdr.msg_iovlen = 1;
    }
    double used = processor_seconds();
    long long start = nanos();
    long long sent = 0;
    int next = 0;
    while (nanos() - start < seconds * 1e9) {
        if (count > BATCH) {
            for (int i = 0; i < BATCH; i++)
                parts[i].iov_base = frames[(next + i) % count];
            next = (next + BATCH) % count;
        }
        int n = sendmmsg(fd, messages, BATCH, 0);
        if (n < 0 && errno != ENOBUFS && errno != EAGAIN && errno != EINTR)
            die("send");
        sent += n > 0 ? n : 0;
    }
    printf("%.0f %lld %.6f\n", sent / ((nanos() - start) / 1e9), sent, processor_seconds() - used);
}

static void flood_one(const char *interface, const char *mac, const char *source, const char *destination, double seconds)
{
    uint8_t frame[1][FRAME] = { { 0 } };
    packet(frame[0], source, destination, IPPROTO_UDP, 4000, 9);
    flood(interface, mac, frame, 1, seconds);
}

static void flood_mix(const char *interface, const char *mac, const char *file, double seconds)
{
    uint8_t (*frames)[FRAME] = calloc(MOST_MIXED, FRAME);
    FILE *in = fopen(file, "r");
    if (!in)
        die(file);
    char source[16], destination[16];
    int protocol, from, to, count = 0;
    while (count < MOST_MIXED && fscanf(in, "%15s %15s %d %d %d", source, destination, &protocol, &from, &to) == 5)
        packet(frames[count++], source, destination, protocol, from, to);
    fclose(in);
    if (!count)
        die(file);
    flood(interface, mac, frames, count, seconds);
}

static long long received(const char *interface)
{
    FILE *file = fopen("/proc/net/dev", "r");
    if (!file)
        die("/proc/net/dev");
    char line[512];
    long long packets = -1;
    while (fgets(line, sizeof line, file)) {
        char *colon = strchr(line, ':');
        char *name = line + strspn(line, " ");
        if (colon && (size_t) (colon - name) == strlen(interface) && !strncmp(name, interface, colon - name))
            sscanf(colon + 1, "%*d %lld", &packets);
    }
    fclose(file);
    if (packets < 0)
        die(interface);
    return packets;
}

static void count(const char *interface, double wait, double seconds)
{
    usleep(wait * 1e6);
    long long start = nanos();
    long long before = received(interface);
    usleep(seconds * 1e6);
    long long packets = received(interface) - before;
    printf("%.0f\n", packets / ((nanos() - start) / 1e9));
}

static struct sockaddr_in address_of(const char *address, const char *port)
{
    struct sockaddr_in result = { .sin_family = AF_INET, .sin_port = htons(atoi(port)) };
    if (inet_pton(AF_INET, address, &result.sin_addr) != 1)
        die(address);
    return result;
}

static int bound(int type, const char *address, const char *port)
{
    int fd = socket(AF_INET, type, 0);
    int one = 1;
    struct sockaddr_in own = address_of(address, port);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (fd < 0 || bind(fd, (struct sockaddr *) &own, sizeof own) < 0 || (type == SOCK_STREAM && listen(fd, 1) < 0))
        die(address);
    puts("ready");
    fflush(stdout);
    return fd;
}

static int connected(int type, const char *address, const char *port)
{
    int fd = socket(AF_INET, type, 0);
    struct sockaddr_in peer = address_of(address, port);
    if (fd < 0 || connect(fd, (struct sockaddr *) &peer, sizeof peer) < 0)
        die(address);
    return fd;
}

/* Whether the socket has something; the program ends where its standard input does. */
static int waits(int fd)
{
    struct pollfd set[] = { { fd, POLLIN, 0 }, { 0, POLLIN, 0 } };
    if (poll(set, 2, -1) > 0 && set[1].revents)
        exit(0);
    return set[0].revents & POLLIN;
}

static void echo(const char *address, const char *port)
{
    int fd = bound(SOCK_DGRAM, address, port);
    char data[2048];
    for (;;) {
        struct sockaddr_in from;
        socklen_t length = sizeof from;
        ssize_t n = waits(fd) ? recvfrom(fd, data, sizeof data, MSG_DONTWAIT, (struct sockaddr *) &from, &length) : -1;
        if (n >= 0)
            sendto(fd, data, n, 0, (struct sockaddr *) &from, length);
    }
}

static int by_value(const void *a, const void *b)
{
    int64_t difference = *(const int64_t *) a - *(const int64_t *) b;
    return difference < 0 ? -1 : difference > 0;
}

static void ping(const char *address, const char *port, double seconds)
{
    int fd = connected(SOCK_DGRAM, address, port);
    struct timeval patience = { 1, 0 };
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    int64_t *times = malloc(MOST_PINGS * sizeof *times);
    int number = 0;
    int lost = 0;
    char data[18] = { 0 };
    long long start = nanos();
    for (int turn = 0; number < MOST_PINGS && lost <= MOST_LOST && (number < FEWEST_PINGS || nanos() - start < seconds * 1e9); turn++) {
        long long sent = nanos();
        memcpy(data, &turn, sizeof turn);
        if (send(fd, data, sizeof data, 0) < 0)
            die("send");
        int answered;
        do {
            ssize_t n = recv(fd, data, sizeof data, 0);
            memcpy(&answered, data, sizeof answered);
            if (n < 0) {
                lost++;
                break;
            }
        } while (answered != turn);
        if (turn >= WARM_UP_PINGS)
            times[number++] = nanos() - sent;
    }
    if (lost > MOST_LOST)
        die("no answers");
    qsort(times, number, sizeof *times, by_value);
    printf("%lld %lld\n", (long long) times[number / 2], (long long) times[number * 99LL / 100]);
}

static void sink(const char *address, const char *port)
{
    int fd = bound(SOCK_STREAM, address, port);
    char *data = malloc(CHUNK);
    while (waits(fd)) {
        int connection = accept(fd, NULL, NULL);
        long long start = nanos();
        long long bytes = 0;
        ssize_t n;
        while ((n = read(connection, data, CHUNK)) > 0)
            bytes += n;
        close(connection);
        printf("%.3f\n", bytes * 8.0 / (nanos() - start));
        fflush(stdout);
    }
}

static void stream(const char *address, const char *port, double seconds)
{
    int fd = connected(SOCK_STREAM, address, port);
    char *data = calloc(1, CHUNK);
    long long start = nanos();
    while (nanos() - start < seconds * 1e9)
        if (write(fd, data, CHUNK) < 0)
            die("write");
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN);
    const char *what = argc > 1 ? argv[1] : "";
    if (!strcmp(what, "flood") && argc == 7)
        flood_one(argv[2], argv[3], argv[4], argv[5], atof(argv[6]));
    else if (!strcmp(what, "mix") && argc == 6)
        flood_mix(argv[2], argv[3], argv[4], atof(argv[5]));
    else if (!strcmp(what, "count") && argc == 5)
        count(argv[2], atof(argv[3]), atof(argv[4]));
    else if (!strcmp(what, "echo") && argc == 4)
        echo(argv[2], argv[3]);
    else if (!strcmp(what, "ping") && argc == 5)
        ping(argv[2], argv[3], atof(argv[4]));
    else if (!strcmp(what, "sink") && argc == 4)
        sink(argv[2], argv[3]);
    else if (!strcmp(what, "stream") && argc == 5)
        stream(argv[2], argv[3], atof(argv[4]));
    else {
        fprintf(stderr, "usage: see traffic.c\n");
        return 2;
    }
    return 0;
}
